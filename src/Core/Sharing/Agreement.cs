namespace Transparency.Core.Sharing;

/// <summary>One row of <c>agreements</c>. For an agency and a direction the row with the greatest id governs; earlier ones are history.</summary>
public sealed record Agreement
{
    public required string Id { get; init; }

    public required string AgencyId { get; init; }

    /// <summary>See <see cref="SharingDirection"/>.</summary>
    public required string Direction { get; init; }

    /// <summary>See <see cref="AgreementDecision"/>.</summary>
    public required string Decision { get; init; }

    public required string DecisionReason { get; init; }

    public required string LegalBasis { get; init; }

    /// <summary>JSON array of the codes of <see cref="RequiredTerms"/> that the signed document contains.</summary>
    public required string Terms { get; init; }

    public string? DocumentUrl { get; init; }

    public string? SignedDay { get; init; }

    /// <summary>First day in force.</summary>
    public string? EffectiveDay { get; init; }

    /// <summary>Last day in force.</summary>
    public string? ExpiresDay { get; init; }

    /// <summary>"passed" or "failed": the partner's last state-mandated audit.</summary>
    public string? AuditResult { get; init; }

    public string? AuditDay { get; init; }

    /// <summary>Last day on which the partner's next audit is on time.</summary>
    public string? AuditDueDay { get; init; }

    public long? SuspendedMs { get; init; }

    public string? SuspendedReason { get; init; }

    public required long UpdatedMs { get; init; }
}

/// <summary>What the city said to an agency's wish, as stored in <c>agreements.decision</c>.</summary>
public static class AgreementDecision
{
    public const string Agreed = "agreed";
    public const string Requested = "requested";
    public const string Refused = "refused";
}
