using Transparency.Core.Detections;
using Transparency.Core.Searches;

namespace Transparency.Bench.Scale;

/// <summary>One kind of query of the bench, and how the n-th of its kind is made.</summary>
/// <param name="Name">As in the figure's name.</param>
/// <param name="Make">From a plate that was read, the number of the query and the time now.</param>
internal sealed record ScaleQuery(string Name, Func<string, int, DateTimeOffset, SearchRequest> Make)
{
    private static readonly VehicleColour[] Common = [VehicleColour.Black, VehicleColour.White, VehicleColour.Silver, VehicleColour.Grey];

    public static IReadOnlyList<ScaleQuery> All(int cameras)
    {
        var areas = cameras / ScaleCity.CamerasAnArea;
        return
        [
            new("full-plate", (plate, _, now) => Request(plate, now.AddDays(-30), now)),
            new("partial", (plate, n, now) => Request($"*{Part(plate, n, 3)}*", now.AddDays(-30), now)),
            new("pattern", (plate, n, now) => Request(
                n % 2 == 0 ? $"{plate[..2]}??{plate[4..^1]}*" : $"*{plate[^4..^2]}?{plate[^1]}", now.AddDays(-30), now)),
            new("two-characters-10-cameras-24-h", (plate, n, now) =>
                Request($"*{Part(plate, n, 2)}*", now.AddHours(-24 - (n * 5)), now.AddHours(-n * 5)) with { Areas = [Area(n, areas)] }),
            new("one-off", (plate, n, now) => Request(Changed(plate, n), now.AddDays(-30), now) with { OneOff = true }),
            new("look-alikes", (plate, _, now) => Request(plate, now.AddDays(-30), now) with { LookAlikes = true }),
            new("colour-10-cameras-2-h", (_, n, now) => Request("", now.AddHours(-2 - (n * 3)), now.AddHours(-n * 3)) with
            {
                Areas = [Area(n, areas)],
                Vehicle = new VehicleTraits { Colour = Common[n % Common.Length] },
            }),
            new("window-in-the-past", (plate, n, now) => Request($"*{Part(plate, n, 3)}*", now.AddDays(-17), now.AddDays(-10))),
        ];
    }

    /// <summary>A large result, to turn its pages.</summary>
    public static SearchRequest Large(DateTimeOffset now) => Request("*7A*", now.AddDays(-30), now);

    private static SearchRequest Request(string plate, DateTimeOffset from, DateTimeOffset to) => new()
    {
        Plate = plate,
        From = from,
        To = to,
        Purpose = "hit-and-run",
        CaseNumber = "26-918273",
        Basis = "Silver hatchback left a collision on Bay Street.",
    };

    private static string Part(string plate, int n, int length) => plate.Substring(n % (plate.Length - length + 1), length);

    private static string Changed(string plate, int n)
    {
        var at = n % plate.Length;
        return string.Concat(plate.AsSpan(0, at), [plate[at] == '5' ? 'K' : '5'], plate.AsSpan(at + 1));
    }

    private static string Area(int n, int areas) => ScaleCity.Area(1 + (n * 7 % areas * ScaleCity.CamerasAnArea));
}
