using Transparency.Core.Cameras;

namespace Transparency.Portal.Public.Cameras;

/// <summary>Rule: how much of a window cameras that should have been reading were reading.</summary>
/// <param name="Expected">Camera time switched on within the window.</param>
/// <param name="Lost">Of that, time inside an outage.</param>
/// <param name="Outages">Outages that touch that time.</param>
public readonly record struct CameraUptime(TimeSpan Expected, TimeSpan Lost, int Outages)
{
    /// <summary>Null when no camera was switched on in the window.</summary>
    public double? Percent => Expected <= TimeSpan.Zero ? null : 100.0 * (Expected - Lost) / Expected;

    public static CameraUptime operator +(CameraUptime one, CameraUptime other) =>
        new(one.Expected + other.Expected, one.Lost + other.Lost, one.Outages + other.Outages);

    /// <summary>One camera's share of a window. Overlapping outages are counted once; an open one lasts to the window's end.</summary>
    /// <param name="camera">Its time switched on begins when it first went live and ends when it was removed.</param>
    /// <param name="outages">Of any cameras; those of others are left out.</param>
    /// <param name="from">Start of the window.</param>
    /// <param name="to">End of the window: now, or a past instant.</param>
    public static CameraUptime Of(Camera camera, IEnumerable<CameraOutage> outages, DateTimeOffset from, DateTimeOffset to)
    {
        if (camera.LiveMs is not { } live)
        {
            return default;
        }

        var start = Math.Max(from.ToUnixTimeMilliseconds(), live);
        var end = Math.Min(to.ToUnixTimeMilliseconds(), camera.RemovedMs ?? long.MaxValue);
        if (end <= start)
        {
            return default;
        }

        long lost = 0, reached = start;
        var count = 0;
        foreach (var outage in outages.Where(o => o.Camera == camera.Number).OrderBy(o => o.FromMs))
        {
            var first = Math.Max(reached, outage.FromMs);
            var last = Math.Min(end, outage.ToMs ?? end);
            count += Math.Max(start, outage.FromMs) < last ? 1 : 0;
            lost += Math.Max(0, last - first);
            reached = Math.Max(reached, last);
        }

        return new CameraUptime(TimeSpan.FromMilliseconds(end - start), TimeSpan.FromMilliseconds(lost), count);
    }
}
