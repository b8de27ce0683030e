namespace Transparency.Ingest.Worker;

/// <summary>Section <c>Transparency:Ingest</c> of the configuration.</summary>
public sealed record IngestSettings
{
    /// <summary>Number of this worker, 0 to 1,023; two workers of one city must not share one. Part of every detection's id.</summary>
    public int Node { get; init; }

    /// <summary>Megabytes that may wait on disk while the database cannot be reached.</summary>
    public int SpoolMegabytes { get; init; } = 2048;

    /// <summary>Frames a second of each camera that are searched for plates; more are looked at for motion only.</summary>
    public int FramesPerSecond { get; init; } = 15;

    /// <summary>Frames searched at the same time, over all cameras; 0 means one for each processor.</summary>
    public int Readers { get; init; }

    /// <summary>Of the photographs kept, 1 to 100.</summary>
    public int JpegQuality { get; init; } = 80;

    /// <exception cref="InvalidOperationException">A value is out of bounds.</exception>
    public IngestSettings Checked() => this switch
    {
        { Node: < 0 or > 1023 } => throw new InvalidOperationException("Transparency:Ingest:Node must be 0 to 1023."),
        { SpoolMegabytes: < 1 } => throw new InvalidOperationException("Transparency:Ingest:SpoolMegabytes must be 1 or more."),
        { FramesPerSecond: < 1 } => throw new InvalidOperationException("Transparency:Ingest:FramesPerSecond must be 1 or more."),
        { JpegQuality: < 1 or > 100 } => throw new InvalidOperationException("Transparency:Ingest:JpegQuality must be 1 to 100."),
        _ => this,
    };
}
