using Transparency.Core.Policies;
using Transparency.Core.Searches;

namespace Transparency.Core.Tests.Searches;

public sealed class SearchEligibilityTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly SearcherFacts Fit = new()
    {
        IsDisabled = false,
        HasSearchingRole = true,
        IsAgencyAllowed = true,
        AgencyReason = "",
        TrainingExpires = "2026-11-22",
        AcknowledgedVersion = 3,
    };

    public static TheoryData<string, SearcherFacts> Refused => new()
    {
        { SearchRefusal.AccountDisabled, Fit with { IsDisabled = true } },
        { SearchRefusal.RoleMayNotSearch, Fit with { HasSearchingRole = false } },
        { SearchRefusal.AgencyNotAllowed, Fit with { IsAgencyAllowed = false, AgencyReason = "The agreement has expired." } },
        { SearchRefusal.TrainingMissing, Fit with { TrainingExpires = null } },
        { SearchRefusal.TrainingExpired, Fit with { TrainingExpires = "2026-11-21" } },
        { SearchRefusal.PolicyNotAcknowledged, Fit with { AcknowledgedVersion = 2 } },
        { SearchRefusal.PolicyNotAcknowledged, Fit with { AcknowledgedVersion = 0 } },
    };

    [Fact]
    public void A_trained_officer_who_accepted_the_policy_in_force_may_search() => Assert.Empty(SearchEligibility.Check(Fit, Policy, Today));

    [Theory]
    [MemberData(nameof(Refused))]
    public void Whoever_lacks_one_thing_may_not_and_is_told_what(string code, SearcherFacts facts)
    {
        var refusal = Assert.Single(SearchEligibility.Check(facts, Policy, Today));
        Assert.Equal(code, refusal.Code);
        Assert.EndsWith(".", refusal.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_that_is_not_known_may_not_search() =>
        Assert.Equal(SearchRefusal.AccountUnknown, Assert.Single(SearchEligibility.Check(null, Policy, Today)).Code);

    private static PolicyVersion Policy => new()
    {
        Version = 3,
        Title = "Policy",
        Adopted = Today,
        Effective = DateTimeOffset.UnixEpoch,
        ApprovalId = "resolution-1",
        Words = PolicyPresetWords.For("Marisol Bay Police Department", PolicyPresets.California),
        Terms = PolicyPresets.California,
        Created = DateTimeOffset.UnixEpoch,
    };
}
