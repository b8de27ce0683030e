using Transparency.Core.Agencies;
using Transparency.Core.Policies;

namespace Transparency.Core.Searches;

/// <summary>
/// Whether a person may search at all: enabled, in a role and an agency that search, trained, and with the policy in force accepted
/// (Cal. Civ. Code 1798.90.51(b)(2)(B); configured policy).
/// </summary>
public static class SearchEligibility
{
    /// <summary>Every reason against, with what to do about it; empty when the person may search.</summary>
    public static IReadOnlyList<SearchRefusal> Check(SearcherFacts? facts, PolicyVersion policy, DateOnly today)
    {
        if (facts is null)
        {
            return [new(SearchRefusal.AccountUnknown, "This account is not known here. Sign in again.")];
        }

        return Reasons(facts, policy, City.Text(today)).ToList();
    }

    private static IEnumerable<SearchRefusal> Reasons(SearcherFacts facts, PolicyVersion policy, string today)
    {
        if (facts.IsDisabled)
        {
            yield return new(SearchRefusal.AccountDisabled, "This account is disabled. Ask your supervisor.");
        }

        if (!facts.HasSearchingRole)
        {
            yield return new(SearchRefusal.RoleMayNotSearch, "Your role does not search. Administrators, stewards and clerks see no plates.");
        }

        if (!facts.IsAgencyAllowed)
        {
            yield return new(SearchRefusal.AgencyNotAllowed, $"Your agency may not search here: {facts.AgencyReason}");
        }

        if (facts.TrainingExpires is null)
        {
            yield return new(SearchRefusal.TrainingMissing, "No training certificate is recorded for you. Ask your supervisor to record it.");
        }
        else if (string.CompareOrdinal(facts.TrainingExpires, today) < 0)
        {
            yield return new(
                SearchRefusal.TrainingExpired, "Your training certificate has expired. Renew it and ask your supervisor to record it.");
        }

        if (facts.AcknowledgedVersion != policy.Version)
        {
            yield return new(SearchRefusal.PolicyNotAcknowledged, $"Read and accept version {policy.Version} of the policy first.");
        }
    }
}

/// <summary>What <see cref="SearchEligibility"/> needs to know of a person.</summary>
public sealed record SearcherFacts
{
    public required bool IsDisabled { get; init; }

    public required bool HasSearchingRole { get; init; }

    public required bool IsAgencyAllowed { get; init; }

    /// <summary>Why the agency may not search; a sentence. Empty when it may.</summary>
    public required string AgencyReason { get; init; }

    /// <summary>The last day of the training that lasts longest (yyyy-MM-dd), or null without training.</summary>
    public required string? TrainingExpires { get; init; }

    /// <summary>The latest policy version the person accepted; 0 for none.</summary>
    public required int AcknowledgedVersion { get; init; }
}
