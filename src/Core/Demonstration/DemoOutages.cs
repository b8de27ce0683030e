using Transparency.Core.Cameras;

namespace Transparency.Core.Demonstration;

/// <summary>The times in which a camera of the demonstration did not read: a few a year each, two of them in the last month.</summary>
internal sealed class DemoOutages
{
    private static readonly string[] Reasons = ["No power at the pole", "Network connection lost", "Lens cleaned and realigned", "Feed did not answer"];

    private readonly ILookup<int, CameraOutage> _byCamera;

    public DemoOutages(DemoCalendar calendar, SeededRandom random)
    {
        var outages = new List<CameraOutage>();
        foreach (var camera in DemoPlaces.Cameras.Where(camera => !camera.IsLive))
        {
            for (var day = calendar.History.From.AddDays(40 + random.Below(90)); day < calendar.Today.AddDays(-1); day = day.AddDays(60 + random.Below(120)))
            {
                outages.Add(Make(camera, calendar.At(day, random.Between(1, 18)), random));
            }
        }

        outages.Add(Make(DemoPlaces.Cameras[6], calendar.At(calendar.Today.AddDays(-5), 13.2), random));
        outages.Add(Make(DemoPlaces.Cameras[10], calendar.At(calendar.Today.AddDays(-17), 8.7), random));
        All = outages.OrderBy(outage => outage.FromMs).ToList();
        _byCamera = All.ToLookup(outage => outage.Camera);
    }

    public IReadOnlyList<CameraOutage> All { get; }

    public bool IsOut(int camera, DateTimeOffset at)
    {
        var ms = at.ToUnixTimeMilliseconds();
        return _byCamera[camera].Any(outage => outage.FromMs <= ms && ms < outage.ToMs);
    }

    /// <summary>Numbers of the cameras that were out at some time of a window, ascending.</summary>
    public IReadOnlyList<int> Cameras(DateTimeOffset from, DateTimeOffset to) => All
        .Where(outage => outage.FromMs < to.ToUnixTimeMilliseconds() && outage.ToMs > from.ToUnixTimeMilliseconds())
        .Select(outage => outage.Camera)
        .Distinct()
        .Order()
        .ToList();

    private static CameraOutage Make(DemoCamera camera, DateTimeOffset from, SeededRandom random) => new()
    {
        Id = random.Id(from),
        Camera = camera.Number,
        FromMs = from.ToUnixTimeMilliseconds(),
        ToMs = from.AddMinutes(20 + random.Below(220)).ToUnixTimeMilliseconds(),
        Reason = random.Pick(Reasons),
    };
}
