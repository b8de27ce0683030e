using Transparency.Core.HotLists;

namespace Transparency.Core.Statistics;

/// <summary>A number over a period, and over the period of the same length before.</summary>
public readonly record struct Figure(long Value, long Before)
{
    public long Change => Value - Before;
}

/// <summary>The key figures of the public home page. They include today as far as it has gone.</summary>
public sealed record Overview
{
    public required Period Period { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Figure VehiclesRead { get; init; }

    public required Figure Hits { get; init; }

    public required Figure SearchesOwn { get; init; }

    public required Figure SearchesOutside { get; init; }

    public required Figure SearchesRefused { get; init; }

    public required Figure PhotographsViewed { get; init; }

    public required Figure DetectionsPurged { get; init; }

    /// <summary>Vehicles read today so far.</summary>
    public required long VehiclesReadToday { get; init; }

    /// <summary>Cameras switched on now.</summary>
    public required int CamerasLive { get; init; }

    /// <summary>Of those, how many are not offline now: by the rule that tells a search which cameras it could not see on.</summary>
    public required int CamerasReading { get; init; }

    /// <summary>Areas with at least one live camera.</summary>
    public required int Areas { get; init; }

    /// <summary>Agencies that may search our data today.</summary>
    public required int AgenciesWithAccess { get; init; }

    /// <summary>Alerts nobody closed yet.</summary>
    public required int AlertsOpen { get; init; }

    public required IReadOnlyList<HotListSummary> HotLists { get; init; }

    /// <summary>Hits for each 100 vehicles read; null when none was read.</summary>
    public double? HitPercent => Ratio.Percent(Hits.Value, VehiclesRead.Value);
}

/// <summary>Shares of a whole.</summary>
public static class Ratio
{
    /// <summary>Null when the whole is zero: there is no share of nothing.</summary>
    public static double? Percent(long part, long whole) => whole == 0 ? null : 100.0 * part / whole;
}
