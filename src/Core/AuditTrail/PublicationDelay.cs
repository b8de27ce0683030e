using Transparency.Core.Agencies;
using Transparency.Core.Policies;

namespace Transparency.Core.AuditTrail;

/// <summary>
/// Rule: from which day on the public values of an entry are opened. Never before the entry's day has ended; after the whole days that
/// the policy sets, and later for purposes it names as sensitive, so that a disclosure cannot warn whoever is being looked for.
/// </summary>
public static class PublicationDelay
{
    /// <param name="terms">Of the policy in force; null where there is none.</param>
    /// <param name="day">The entry's day.</param>
    /// <param name="purpose">The purpose code the entry states; empty where the act has none.</param>
    public static DateOnly OpensOn(PublicationTerms? terms, DateOnly day, string purpose)
    {
        var days = terms is null ? 1
            : terms.SensitivePurposes.Contains(purpose) ? Math.Max(terms.DelayDays, terms.SensitiveDelayDays) : terms.DelayDays;
        return day.AddDays(Math.Max(1, days));
    }

    /// <summary>The last day whose entries, sensitive ones aside, are opened today.</summary>
    public static DateOnly LastDay(PublicationTerms? terms, DateOnly today) => today.AddDays(-Math.Max(1, terms?.DelayDays ?? 1));

    internal static string Text(PublicationTerms? terms, DateOnly day, string purpose) => City.Text(OpensOn(terms, day, purpose));
}
