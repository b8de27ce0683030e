namespace Transparency.Core.Policies;

/// <summary>
/// A usage and privacy policy in words: the seven parts that Cal. Civ. Code 1798.90.51(b)(2) and 1798.90.53(b)(2) list as (A) to (G).
/// </summary>
public sealed record PolicyWords
{
    /// <summary>(A) What the system may be used for.</summary>
    public required LocalText AuthorizedPurposes { get; init; }

    /// <summary>(B) Who may use it, by job title, and the training they need.</summary>
    public required LocalText AuthorizedPeople { get; init; }

    /// <summary>(C) How use is monitored and audited.</summary>
    public required LocalText Monitoring { get; init; }

    /// <summary>(D) Purposes of, process for and restrictions on sale, sharing and transfer.</summary>
    public required LocalText Sharing { get; init; }

    /// <summary>(E) The title of the official custodian.</summary>
    public required LocalText Custodian { get; init; }

    /// <summary>(F) Measures for accuracy and for correcting errors.</summary>
    public required LocalText Accuracy { get; init; }

    /// <summary>(G) How long data is kept and how it is destroyed.</summary>
    public required LocalText Retention { get; init; }

    /// <summary>The parts in the statute's order, with its letter and a heading.</summary>
    public IReadOnlyList<PolicyPart> Parts() =>
    [
        new('A', new("Authorized purposes", "Fines autorizados"), AuthorizedPurposes),
        new('B', new("Authorized people and their training", "Personas autorizadas y su capacitación"), AuthorizedPeople),
        new('C', new("Monitoring and audits", "Supervisión y auditorías"), Monitoring),
        new('D', new("Sale, sharing and transfer", "Venta, intercambio y transferencia"), Sharing),
        new('E', new("Official custodian", "Custodio oficial"), Custodian),
        new('F', new("Accuracy and correction", "Exactitud y corrección"), Accuracy),
        new('G', new("Retention and destruction", "Conservación y destrucción"), Retention),
    ];
}

/// <summary>One of the seven parts, ready to be shown.</summary>
public sealed record PolicyPart(char Letter, LocalText Heading, LocalText Text);
