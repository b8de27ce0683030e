using Transparency.Core.Sharing;

namespace Transparency.Core.Tests.Sharing;

public sealed class AgreementStandingTests
{
    private static readonly Agreement Good = SampleAgreement.InForce;

    public static TheoryData<string, Func<Agreement, Agreement>, AgreementState> Flaws => new()
    {
        { "none", a => a, AgreementState.InForce },
        { "requested", a => a with { Decision = "requested" }, AgreementState.Requested },
        { "refused", a => a with { Decision = "refused" }, AgreementState.Refused },
        { "an unknown decision", a => a with { Decision = "perhaps" }, AgreementState.Refused },
        { "suspended", a => a with { SuspendedMs = 1 }, AgreementState.Suspended },
        { "the audit failed", a => a with { AuditResult = "failed" }, AgreementState.AuditFailed },
        { "the audit was due yesterday", a => a with { AuditDueDay = "2026-11-21" }, AgreementState.AuditOverdue },
        { "the audit is due today", a => a with { AuditDueDay = "2026-11-22" }, AgreementState.InForce },
        { "no audit is planned", a => a with { AuditDueDay = null }, AgreementState.Incomplete },
        { "not signed", a => a with { SignedDay = null }, AgreementState.Incomplete },
        { "no first day", a => a with { EffectiveDay = null }, AgreementState.Incomplete },
        { "no last day", a => a with { ExpiresDay = null }, AgreementState.Incomplete },
        { "no document", a => a with { DocumentUrl = null }, AgreementState.Incomplete },
        { "a required term is missing", a => a with { Terms = """["purposes"]""" }, AgreementState.TermsMissing },
        { "the terms cannot be read", a => a with { Terms = "yes" }, AgreementState.TermsMissing },
        { "signed tomorrow", a => a with { SignedDay = "2026-11-23" }, AgreementState.NotYetEffective },
        { "effective tomorrow", a => a with { EffectiveDay = "2026-11-23" }, AgreementState.NotYetEffective },
        { "effective today", a => a with { EffectiveDay = "2026-11-22" }, AgreementState.InForce },
        { "expired yesterday", a => a with { ExpiresDay = "2026-11-21" }, AgreementState.Expired },
        { "expires today", a => a with { ExpiresDay = "2026-11-22" }, AgreementState.InForce },
        { "a contributor needs no audit", a => a with { Direction = "contribution", AuditDueDay = null }, AgreementState.InForce },
        { "a contributor needs no terms of a recipient", a => a with { Direction = "contribution", Terms = "[]" }, AgreementState.InForce },
        { "alerts leave the city as searches do", a => a with { Direction = "alerts", Terms = "[]" }, AgreementState.TermsMissing },
        { "an inbound partner that failed its audit", a => a with { Direction = "inbound-search", AuditResult = "failed" }, AgreementState.AuditFailed },
    };

    [Theory]
    [MemberData(nameof(Flaws))]
    public void An_agreement_stands_as_its_record_says_on_that_day(string flaw, Func<Agreement, Agreement> change, AgreementState expected) =>
        Assert.True(AgreementStanding.On(change(Good), SampleAgreement.Day) == expected, flaw);

    [Fact]
    public void Without_a_record_there_is_no_agreement() => Assert.Equal(AgreementState.None, AgreementStanding.On(null, SampleAgreement.Day));

    [Fact]
    public void Each_required_term_is_required()
    {
        foreach (var left in RequiredTerms.All)
        {
            var terms = RequiredTerms.Text(RequiredTerms.All.Where(term => term != left).Select(term => term.Code));
            Assert.Equal(AgreementState.TermsMissing, AgreementStanding.On(Good with { Terms = terms }, SampleAgreement.Day));
            Assert.Equal([left], RequiredTerms.Missing(terms));
        }
    }
}
