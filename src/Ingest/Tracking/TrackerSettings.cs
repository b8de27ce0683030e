namespace Transparency.Ingest.Tracking;

/// <summary>How readings are joined into vehicles. The defaults suit a fixed camera at 5 to 30 frames a second.</summary>
public sealed record TrackerSettings
{
    /// <summary>Readings a vehicle needs; fewer are noise, counted and dropped. One for separate pictures.</summary>
    public int FewestReadings { get; init; } = 2;

    /// <summary>Votes below this are not worth recording.</summary>
    public double LeastConfidence { get; init; } = 0.35;

    /// <summary>After so many readings ...</summary>
    public int EnoughReadings { get; init; } = 5;

    /// <summary>... and with a vote as sure as this, a plate counts as read.</summary>
    public double EnoughConfidence { get; init; } = 0.9;

    /// <summary>A vehicle not seen for so long has left.</summary>
    public TimeSpan Gap { get; init; } = TimeSpan.FromSeconds(1.2);

    /// <summary>The same for one whose course leads out of the picture.</summary>
    public TimeSpan GapAtTheEdge { get; init; } = TimeSpan.FromSeconds(0.35);

    /// <summary>A vehicle in view for so long is recorded now; it stays followed, so that it is not recorded again.</summary>
    public TimeSpan RecordAfter { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>A vehicle that has hardly moved for so long is parked.</summary>
    public TimeSpan ParkedAfter { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>A parked vehicle may be hidden for so long without being recorded anew when it shows again in the same place.</summary>
    public TimeSpan ParkedGap { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>A plate recorded so shortly before is the same passing, seen again behind whatever hid it.</summary>
    public TimeSpan SamePassing { get; init; } = TimeSpan.FromSeconds(15);
}
