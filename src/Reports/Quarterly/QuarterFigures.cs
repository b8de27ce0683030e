namespace Transparency.Reports.Quarterly;

/// <summary>The counts of one quarter that the summary compares with the quarter before.</summary>
public sealed record QuarterFigures
{
    /// <summary>Cameras in use on the last day.</summary>
    public required long Cameras { get; init; }

    public required long VehiclesRead { get; init; }

    /// <summary>Reads that matched a hot list.</summary>
    public required long Hits { get; init; }

    /// <summary>Searches answered, by the city's own staff and by partner agencies.</summary>
    public required long Searches { get; init; }

    public required long SearchesRefused { get; init; }

    /// <summary>Reads destroyed because their time was over.</summary>
    public required long ReadsDestroyed { get; init; }

    /// <summary>Reads held beyond their time for a named case, on the last day.</summary>
    public required long ReadsHeld { get; init; }
}
