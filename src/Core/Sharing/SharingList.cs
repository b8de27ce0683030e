namespace Transparency.Core.Sharing;

/// <summary>The public sharing list of one day.</summary>
public sealed record SharingList
{
    public required DateOnly Day { get; init; }

    /// <summary>Agencies that may search our data.</summary>
    public required IReadOnlyList<SharingLine> CanSearchUs { get; init; }

    /// <summary>Agencies whose data we may search.</summary>
    public required IReadOnlyList<SharingLine> WeSearch { get; init; }

    /// <summary>Agencies that receive our hot-list alerts.</summary>
    public required IReadOnlyList<SharingLine> ReceiveAlerts { get; init; }

    /// <summary>Organisations that contribute cameras one way and get nothing back.</summary>
    public required IReadOnlyList<SharingLine> Contributors { get; init; }

    /// <summary>Agreements that stopped: suspended, audit failed or overdue, expired.</summary>
    public required IReadOnlyList<SharingLine> Stopped { get; init; }

    /// <summary>Requests the city or the law refused.</summary>
    public required IReadOnlyList<SharingLine> Refused { get; init; }

    /// <summary>Requested, signed but not in force yet, or incomplete.</summary>
    public required IReadOnlyList<SharingLine> Pending { get; init; }
}

/// <summary>One agency and direction on the list. Days are days of the city.</summary>
public sealed record SharingLine
{
    public required string AgencyId { get; init; }

    public required string Name { get; init; }

    /// <summary>See <see cref="Agencies.AgencyKind"/>.</summary>
    public required string Kind { get; init; }

    public required string State { get; init; }

    /// <summary>See <see cref="SharingDirection"/>.</summary>
    public required string Direction { get; init; }

    public required SharingDecision Decision { get; init; }

    /// <summary>The day the decision took effect: in force, expired, suspended, failed or missed the audit, refused.</summary>
    public required string SinceDay { get; init; }

    /// <summary>The city's own words for a refusal or suspension; empty when there are none.</summary>
    public required string Reason { get; init; }

    public required string LegalBasis { get; init; }

    public required string? DocumentUrl { get; init; }

    public required string? SignedDay { get; init; }

    public required string? EffectiveDay { get; init; }

    public required string? ExpiresDay { get; init; }

    public required string? AuditResult { get; init; }

    public required string? AuditDay { get; init; }

    public required string? AuditDueDay { get; init; }

    /// <summary>Searches of our data by this agency in the 30 days that end with the list's day, refused ones not counted.</summary>
    public required int Searches { get; init; }
}
