using Transparency.Core.Agencies;
using Transparency.Core.Sharing;

namespace Transparency.Core.Tests.Sharing;

public sealed class SharingPolicyTests
{
    /// <summary>Who may ever receive or give, whatever was agreed: every kind, state and direction. "open" = an agreement decides.</summary>
    public static TheoryData<string, string, string, string> WhoTable => new()
    {
        //  kind            state  direction          answer
        { "local",          "CA", "outbound-search", "open" },
        { "local",          "CA", "inbound-search",  "open" },
        { "local",          "CA", "alerts",          "open" },
        { "local",          "CA", "contribution",    "open" },
        { "state",          "CA", "outbound-search", "open" },
        { "state",          "CA", "inbound-search",  "open" },
        { "state",          "CA", "alerts",          "open" },
        { "state",          "CA", "contribution",    "open" },
        { "local",          "NV", "outbound-search", "out-of-state" },
        { "local",          "NV", "inbound-search",  "open" },
        { "local",          "NV", "alerts",          "out-of-state" },
        { "local",          "NV", "contribution",    "open" },
        { "state",          "AZ", "outbound-search", "out-of-state" },
        { "state",          "AZ", "inbound-search",  "open" },
        { "state",          "AZ", "alerts",          "out-of-state" },
        { "state",          "AZ", "contribution",    "open" },
        { "local",          "",   "outbound-search", "out-of-state" },
        { "local",          "ca", "outbound-search", "out-of-state" },
        { "private",        "CA", "outbound-search", "private" },
        { "private",        "CA", "inbound-search",  "private" },
        { "private",        "CA", "alerts",          "private" },
        { "private",        "CA", "contribution",    "open" },
        { "private",        "NV", "outbound-search", "private" },
        { "private",        "NV", "contribution",    "open" },
        { "federal",        "US", "outbound-search", "federal" },
        { "federal",        "US", "inbound-search",  "federal" },
        { "federal",        "US", "alerts",          "federal" },
        { "federal",        "US", "contribution",    "federal" },
        { "federal",        "CA", "outbound-search", "federal" },
        { "fusion-center",  "CA", "outbound-search", "fusion-center" },
        { "fusion-center",  "CA", "inbound-search",  "fusion-center" },
        { "fusion-center",  "CA", "alerts",          "fusion-center" },
        { "fusion-center",  "CA", "contribution",    "fusion-center" },
        { "militia",        "CA", "outbound-search", "unknown-kind" },
        { "",               "CA", "inbound-search",  "unknown-kind" },
        { "local",          "CA", "bulk-export",     "unknown-direction" },
    };

    /// <summary>What an agreement's state means where one may be made.</summary>
    public static TheoryData<AgreementState, string> StateTable => new()
    {
        { AgreementState.None, "no-agreement" },
        { AgreementState.Requested, "requested" },
        { AgreementState.Refused, "refused" },
        { AgreementState.Suspended, "suspended" },
        { AgreementState.AuditFailed, "audit-failed" },
        { AgreementState.AuditOverdue, "audit-overdue" },
        { AgreementState.Incomplete, "incomplete" },
        { AgreementState.TermsMissing, "terms-missing" },
        { AgreementState.NotYetEffective, "not-yet-effective" },
        { AgreementState.Expired, "expired" },
        { AgreementState.InForce, "in-force" },
    };

    [Theory]
    [MemberData(nameof(WhoTable))]
    public void No_agreement_opens_a_flow_that_the_law_closes(string kind, string state, string direction, string answer)
    {
        foreach (var agreement in Enum.GetValues<AgreementState>())
        {
            var decision = SharingPolicy.Decide(kind, state, direction, agreement);
            Assert.Equal(answer == "open" && agreement == AgreementState.InForce, decision.IsAllowed);
            Assert.True(answer == "open" || decision.Code == answer, $"{agreement} answered {decision.Code}");
            Assert.NotEmpty(decision.Words);
        }
    }

    [Theory]
    [MemberData(nameof(StateTable))]
    public void An_agency_that_may_share_does_so_only_under_an_agreement_in_force(AgreementState state, string code)
    {
        var decision = SharingPolicy.Decide(AgencyKind.Local, "CA", SharingDirection.OutboundSearch, state);
        Assert.Equal(code, decision.Code);
        Assert.Equal(code == "in-force", decision.IsAllowed);
    }

    [Fact]
    public void The_table_of_states_is_complete() =>
        Assert.Equal(Enum.GetValues<AgreementState>(), StateTable.Select(row => row.Data.Item1).Order());
}
