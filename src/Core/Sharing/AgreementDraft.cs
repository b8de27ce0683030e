using Transparency.Core.Agencies;

namespace Transparency.Core.Sharing;

/// <summary>What the steward enters about an agency's wish and what became of it.</summary>
public sealed record AgreementDraft
{
    private const int LongestReason = 1000;
    private const int LongestBasis = 500;
    private const int LongestUrl = 500;

    public required string AgencyId { get; init; }

    /// <summary>See <see cref="SharingDirection"/>.</summary>
    public required string Direction { get; init; }

    /// <summary>See <see cref="AgreementDecision"/>.</summary>
    public required string Decision { get; init; }

    /// <summary>Why, in words the public reads.</summary>
    public required string Reason { get; init; }

    public required string LegalBasis { get; init; }

    /// <summary>Codes of <see cref="RequiredTerms"/> found in the document.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    public string? DocumentUrl { get; init; }

    public DateOnly? Signed { get; init; }

    public DateOnly? Effective { get; init; }

    public DateOnly? Expires { get; init; }

    /// <summary>"passed", "failed" or null.</summary>
    public string? AuditResult { get; init; }

    public DateOnly? Audited { get; init; }

    public DateOnly? AuditDue { get; init; }

    /// <summary>What keeps it from being recorded, in words; null when nothing does.</summary>
    public string? Problem() => this switch
    {
        _ when !SharingDirection.All.Contains(Direction) => SharingReason.UnknownDirection.Words,
        { Decision: not (AgreementDecision.Agreed or AgreementDecision.Requested or AgreementDecision.Refused) } =>
            "Say whether the agreement is agreed, requested or refused.",
        _ when string.IsNullOrWhiteSpace(Reason) => "Give the reason, in words the public will read.",
        { Reason.Length: > LongestReason } => $"The reason must be at most {LongestReason} characters.",
        { LegalBasis.Length: > LongestBasis } => $"The legal basis must be at most {LongestBasis} characters.",
        { DocumentUrl.Length: > LongestUrl } => $"The document's address must be at most {LongestUrl} characters.",
        { AuditResult: not (null or "passed" or "failed") } => "The audit's result must be passed or failed.",
        _ when Expires < Effective => "The agreement must not expire before it takes effect.",
        _ when Effective < Signed => "The agreement must not take effect before it is signed.",
        _ => null,
    };

    internal Agreement ToRow(string id, string decision, string reason, long updatedMs) => new()
    {
        Id = id,
        AgencyId = AgencyId,
        Direction = Direction,
        Decision = decision,
        DecisionReason = reason,
        LegalBasis = LegalBasis,
        Terms = RequiredTerms.Text(Terms),
        DocumentUrl = DocumentUrl,
        SignedDay = Day(Signed),
        EffectiveDay = Day(Effective),
        ExpiresDay = Day(Expires),
        AuditResult = AuditResult,
        AuditDay = Day(Audited),
        AuditDueDay = Day(AuditDue),
        UpdatedMs = updatedMs,
    };

    private static string? Day(DateOnly? day) => day is { } value ? City.Text(value) : null;
}
