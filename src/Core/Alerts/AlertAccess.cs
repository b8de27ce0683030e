using Transparency.Core.Agencies;
using Transparency.Core.Policies;
using Transparency.Core.Searches;

namespace Transparency.Core.Alerts;

/// <summary>Rule: who works with alerts. Whoever may search, of the city's own police: an agreement about searches is none about alerts.</summary>
public static class AlertAccess
{
    /// <summary>Every reason against; empty when the person may.</summary>
    public static IReadOnlyList<SearchRefusal> Check(SearcherFacts? facts, string agencyId, PolicyVersion? policy, City city, DateTimeOffset at) =>
        policy is null ? [new(SearchRefusal.NoPolicy, "No usage and privacy policy is in force, so nobody sees alerts.")]
        : agencyId != city.AgencyId ? [new(SearchRefusal.AgencyNotAllowed, "Alerts go to the city's own police.")]
        : SearchEligibility.Check(facts, policy, city.DayOf(at));
}
