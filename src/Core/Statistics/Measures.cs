namespace Transparency.Core.Statistics;

/// <summary>One number that is counted day by day.</summary>
/// <param name="Code">As stored in <c>daily_totals.measure</c> and written to the log.</param>
/// <param name="Name">For the public.</param>
/// <param name="Definition">One sentence beneath the number.</param>
/// <param name="ByArea">Whether it is also counted for each area.</param>
public sealed record Measure(string Code, string Name, string Definition, bool ByArea);

/// <summary>Every measure there is. The whole city's value is stored under the empty area, whether or not areas are counted.</summary>
public static class Measures
{
    public const string Reads = "reads";
    public const string Hits = "hits";
    public const string SearchesOwn = "searches-own";
    public const string SearchesOutside = "searches-outside";
    public const string SearchesRefused = "searches-refused";
    public const string PhotographsViewed = "photographs-viewed";
    public const string Purged = "purged";

    /// <summary>A level, not a count: set once the day is over.</summary>
    public const string CamerasReading = "cameras-reading";

    public static IReadOnlyList<Measure> All { get; } =
    [
        new(Reads, "Vehicles read", "Passing vehicles whose plate a camera read. One vehicle passing twice counts twice.", ByArea: true),
        new(Hits, "Hot-list hits", "Reads that matched an entry of a hot list and raised an alert.", ByArea: true),
        new(SearchesOwn, "Searches by our officers", "Searches carried out by this city's police.", ByArea: false),
        new(SearchesOutside, "Searches by other agencies", "Searches of our data carried out by partner agencies.", ByArea: false),
        new(SearchesRefused, "Refused searches", "Searches the system refused, ours and other agencies'.", ByArea: false),
        new(PhotographsViewed, "Photographs viewed", "Photographs opened from the results of a search.", ByArea: false),
        new(Purged, "Reads deleted", "Reads deleted because the policy's retention was over.", ByArea: false),
        new(CamerasReading, "Cameras reading", "Cameras that read at least one vehicle that day.", ByArea: false),
    ];

    /// <exception cref="ArgumentException">There is no such measure.</exception>
    public static Measure Find(string code) =>
        All.FirstOrDefault(measure => measure.Code == code) ?? throw new ArgumentException("There is no such measure.", nameof(code));
}
