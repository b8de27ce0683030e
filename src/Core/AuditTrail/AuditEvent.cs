namespace Transparency.Core.AuditTrail;

/// <summary>What happened, ready for the log: an act of <c>EntrySchemas</c> with a value for each of its fields.</summary>
/// <param name="Act">The act's code, such as <c>search</c>.</param>
/// <param name="Fields">Each becomes one salted commitment in the public entry.</param>
public sealed record AuditEvent(string Act, IReadOnlyList<AuditField> Fields)
{
    /// <summary>The data elements queried or changed, in words, for the internal record. May name a plate; never public.</summary>
    public required string Elements { get; init; }

    /// <summary>What came of it, in words, for the internal record.</summary>
    public required string Outcome { get; init; }
}

/// <summary>One named value of an entry. The value's exact UTF-8 bytes are what the commitment binds.</summary>
public readonly record struct AuditField(string Name, string Value);

/// <summary>Proof for the user that an entry was made: shown with the results, kept by whoever wants it.</summary>
public sealed record AuditReceipt(string EntryId, string Act, string Day, byte[] Leaf);
