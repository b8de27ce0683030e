namespace Transparency.Ingest.Delivery;

public sealed record SpoolSettings
{
    /// <summary>Folder of the segments; made with access for its owner only.</summary>
    public required string Folder { get; init; }

    /// <summary>File of the key that seals the records; made when it is not there. By default in the folder itself.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Bytes that may wait for delivery. What would exceed them is refused and counted.</summary>
    public long Quota { get; init; } = 2L << 30;

    /// <summary>A segment that has reached this size is closed and another begun.</summary>
    public long SegmentBytes { get; init; } = 8 << 20;
}
