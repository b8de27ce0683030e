using Transparency.Ingest.Recognition;

namespace Transparency.Ingest.Feeds;

/// <summary>What a feed tells its reader.</summary>
public abstract record FeedSignal
{
    private FeedSignal()
    {
    }

    /// <summary>A picture. Its memory is used again once the next signal is asked for.</summary>
    public sealed record Picture(Frame Frame) : FeedSignal;

    /// <summary>No pictures from here on, and why, in a sentence; it is tried again.</summary>
    public sealed record Lost(DateTimeOffset At, string Reason) : FeedSignal;

    /// <summary>Pictures again after <see cref="Lost"/>.</summary>
    public sealed record Restored(DateTimeOffset At) : FeedSignal;

    /// <summary>One picture of a folder that could not be read; the others follow.</summary>
    public sealed record Skipped(string File, string Reason) : FeedSignal;
}
