namespace Transparency.Ingest.Feeds;

/// <summary>How long to wait before trying again: twice as long after each failure, with jitter, so that cameras do not return in step.</summary>
public sealed record Backoff(TimeSpan First, TimeSpan Most)
{
    /// <summary>For cameras: half a second to half a minute.</summary>
    public static Backoff Camera { get; } = new(TimeSpan.FromSeconds(.5), TimeSpan.FromSeconds(30));

    /// <summary>For the database: a fifth of a second to ten seconds.</summary>
    public static Backoff Database { get; } = new(TimeSpan.FromSeconds(.2), TimeSpan.FromSeconds(10));

    /// <param name="failures">In a row so far; 1 or more.</param>
    /// <param name="chance">0 to 1: where between half and the whole of the time.</param>
    public TimeSpan After(int failures, double chance)
    {
        var whole = Math.Min(Most.TotalMilliseconds, First.TotalMilliseconds * Math.Pow(2, Math.Min(failures - 1, 30)));
        return TimeSpan.FromMilliseconds(whole * (.5 + (.5 * chance)));
    }

    public TimeSpan After(int failures) =>
        After(failures, System.Security.Cryptography.RandomNumberGenerator.GetInt32(1 << 20) / (double)(1 << 20));
}
