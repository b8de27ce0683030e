namespace Transparency.Ingest.Feeds;

public sealed record FeedSettings
{
    /// <summary>A stream that gives no whole frame for so long has stalled.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Wider pictures are scaled down to this many pixels across.</summary>
    public int MostWidth { get; init; } = 1920;

    /// <summary>Frames that may wait for the reader. A live feed gives up the oldest, a file waits.</summary>
    public int Queue { get; init; } = 4;
}

/// <summary>Why a feed gives no pictures: a sentence for people, free of addresses and passwords.</summary>
public sealed class FeedException(string reason) : Exception(reason);
