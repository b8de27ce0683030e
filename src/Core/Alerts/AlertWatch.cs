namespace Transparency.Core.Alerts;

/// <summary>Rule: which alerts an officer is called for. The board shows all of them; the watch decides what sounds.</summary>
public sealed record AlertWatch
{
    public static AlertWatch Everything { get; } = new();

    /// <summary>Area ids; empty for the whole city.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>See <see cref="AlertPriority"/>: 3 is all of them.</summary>
    public int LeastPriority { get; init; } = AlertPriority.Least;

    /// <summary>Minutes of the city's day; the watch may pass midnight. Equal to <see cref="ToMinute"/>: the whole day.</summary>
    public int FromMinute { get; init; }

    public int ToMinute { get; init; }

    public bool Sound { get; init; } = true;

    /// <param name="kind">The kind of list that matched.</param>
    /// <param name="area">The camera's area.</param>
    /// <param name="local">The time of day in the city.</param>
    public bool Calls(string kind, string area, TimeOnly local)
    {
        var minute = (local.Hour * 60) + local.Minute;
        var onWatch = FromMinute == ToMinute
            || (FromMinute < ToMinute ? minute >= FromMinute && minute < ToMinute : minute >= FromMinute || minute < ToMinute);
        return onWatch && AlertPriority.Of(kind) <= LeastPriority && (Areas.Count == 0 || Areas.Contains(area));
    }
}
