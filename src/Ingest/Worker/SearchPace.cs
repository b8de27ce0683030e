namespace Transparency.Ingest.Worker;

/// <summary>What a camera sees at present, as far as its budget depends on it.</summary>
public enum InSight
{
    /// <summary>Something moves, and no plate was found in it so far.</summary>
    Motion,

    /// <summary>A plate that has not been read surely.</summary>
    Unsure,

    /// <summary>Plates that have all been read surely: they are only followed, so that none is told twice.</summary>
    Sure,
}

/// <summary>
/// Rule: a camera's budget of searches. Every frame while a plate is being read; fewer to follow one that was; and motion in which
/// nothing is found (trees, a car that has gone far) costs less the longer it lasts.
/// </summary>
public static class SearchPace
{
    private static readonly TimeSpan Following = TimeSpan.FromSeconds(.24);
    private static readonly TimeSpan Looking = TimeSpan.FromSeconds(.12);
    private static readonly TimeSpan LookingInVain = TimeSpan.FromSeconds(.19);
    private static readonly TimeSpan InVain = TimeSpan.FromSeconds(.8);

    /// <summary>The time from one search to the next.</summary>
    /// <param name="sight">What is in view.</param>
    /// <param name="sinceNews">Since motion began or a plate was last seen.</param>
    /// <param name="shortest">From one frame to the next at the most frames that are searched.</param>
    public static TimeSpan Interval(InSight sight, TimeSpan sinceNews, TimeSpan shortest)
    {
        var interval = sight switch
        {
            InSight.Unsure => shortest,
            InSight.Sure => Following,
            _ => sinceNews < InVain ? Looking : LookingInVain,
        };
        return interval > shortest ? interval : shortest;
    }
}
