using Transparency.Core.Audits;

namespace Transparency.Core.Tests.Audits;

public sealed class AuditStandingTests
{
    private static readonly AuditRecord Audit = new()
    {
        Id = "audit-1",
        Kind = AuditKind.Independent,
        Title = "Independent audit 2025 and 2026",
        Auditor = "Bay Region Auditors",
        Scope = "Searches, sharing, retention",
        PeriodFromDay = "2025-01-01",
        PeriodToDay = "2026-12-31",
        DueDay = "2026-12-31",
        Sampled = 0,
        Findings = 0,
        Summary = "",
    };

    [Theory]
    [InlineData("2026-11-22", null, AuditState.Due, 39)]
    [InlineData("2026-12-31", null, AuditState.Due, 0)]
    [InlineData("2027-01-01", null, AuditState.Overdue, 1)]
    [InlineData("2027-02-01", "2026-12-30", AuditState.Completed, 0)]
    [InlineData("2027-02-01", "2027-01-10", AuditState.Completed, 10)]
    public void A_late_audit_is_overdue_until_it_is_completed(string day, string? completed, AuditState state, int days) =>
        Assert.Equal(
            new AuditStanding(state, days),
            AuditStanding.On(Audit with { CompletedDay = completed }, DateOnly.ParseExact(day, "yyyy-MM-dd")));
}
