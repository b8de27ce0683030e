namespace Transparency.Core.AuditTrail;

/// <summary>What happened, ready for the log: an act of <c>EntrySchemas</c> with values for its own fields.</summary>
/// <param name="Act">The act's code, such as <c>search</c>; see the constants of <c>Transparency.Audit.Schemas</c>.</param>
/// <param name="Fields">
/// Each becomes one salted commitment in the public entry; a field left out is committed as empty. The fields of every act (who, when,
/// why, on what, with what outcome) are added by <see cref="AuditLog"/>.
/// </param>
public sealed record AuditEvent(string Act, IReadOnlyList<AuditField> Fields)
{
    /// <summary>The data elements queried or changed, in words, for the internal record. May name a plate; never public.</summary>
    public required string Elements { get; init; }

    /// <summary>What came of it, in words, for the internal record.</summary>
    public required string Outcome { get; init; }

    /// <summary>The day the entry bears where that is not the day of the act: totals made after midnight bear the day they count.</summary>
    public DateOnly? Day { get; init; }
}

/// <summary>One named value of an entry. The value's exact UTF-8 bytes are what the commitment binds.</summary>
public readonly record struct AuditField(string Name, string Value);

/// <summary>Proof for the user that an entry was made: shown with the results, kept by whoever wants it.</summary>
public sealed record AuditReceipt(string EntryId, string Act, string Day, byte[] Leaf);
