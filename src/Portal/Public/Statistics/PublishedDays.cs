using Transparency.Core.Policies;
using Transparency.Core.Statistics;

namespace Transparency.Portal.Public.Statistics;

/// <summary>
/// Rule: what people did is published after the whole days that the policy sets; what cameras counted is published at once.
/// </summary>
internal static class PublishedDays
{
    // With no policy in force the days still end before what was done on them is shown.
    private const int DelayWithoutPolicy = 1;

    private static readonly string[] Acts =
        [Measures.SearchesOwn, Measures.SearchesOutside, Measures.SearchesRefused, Measures.PhotographsViewed];

    /// <summary>Whether a measure counts acts of people.</summary>
    public static bool CountsActs(string measure) => Acts.Contains(measure);

    /// <summary>The last day whose acts may be shown.</summary>
    public static DateOnly Last(PolicyVersion? inForce, DateOnly today) =>
        today.AddDays(-(inForce?.Terms.Publication.DelayDays ?? DelayWithoutPolicy));

    /// <summary>The days of a period whose acts may be shown; null when there are none yet.</summary>
    public static Period? Of(Period period, DateOnly last) =>
        period.From > last ? null : new Period(period.From, period.To < last ? period.To : last);
}
