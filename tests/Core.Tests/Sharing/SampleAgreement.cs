using Transparency.Core.Agencies;
using Transparency.Core.Sharing;

namespace Transparency.Core.Tests.Sharing;

/// <summary>An agency of California and an agreement with it that is in force on <see cref="Day"/>.</summary>
internal static class SampleAgreement
{
    public static DateOnly Day { get; } = new(2026, 11, 22);

    public static Agency Agency { get; } = new()
    {
        Id = "rio-verde-pd",
        Name = "Rio Verde Police Department",
        Kind = AgencyKind.Local,
        State = "CA",
        CreatedMs = 0,
    };

    public static Agreement InForce { get; } = new()
    {
        Id = "agreement-1",
        AgencyId = Agency.Id,
        Direction = SharingDirection.OutboundSearch,
        Decision = AgreementDecision.Agreed,
        DecisionReason = "Neighbouring city.",
        LegalBasis = "Civil Code 1798.90.55(b)",
        Terms = RequiredTerms.Complete,
        DocumentUrl = "https://marisol-bay.example/agreements/1.pdf",
        SignedDay = "2025-12-01",
        EffectiveDay = "2026-01-01",
        ExpiresDay = "2026-12-31",
        AuditResult = "passed",
        AuditDay = "2026-03-01",
        AuditDueDay = "2027-03-01",
        UpdatedMs = 0,
    };

    public static AgreementDraft Draft { get; } = new()
    {
        AgencyId = Agency.Id,
        Direction = SharingDirection.OutboundSearch,
        Decision = AgreementDecision.Agreed,
        Reason = "Neighbouring city.",
        LegalBasis = "Civil Code 1798.90.55(b)",
        Terms = RequiredTerms.All.Select(term => term.Code).ToList(),
        DocumentUrl = "https://marisol-bay.example/agreements/1.pdf",
        Signed = new DateOnly(2025, 12, 1),
        Effective = new DateOnly(2026, 1, 1),
        Expires = new DateOnly(2026, 12, 31),
        AuditResult = "passed",
        Audited = new DateOnly(2026, 3, 1),
        AuditDue = new DateOnly(2027, 3, 1),
    };
}
