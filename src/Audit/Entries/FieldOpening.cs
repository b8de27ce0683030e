using Transparency.Audit.Merkle;

namespace Transparency.Audit.Entries;

/// <summary>What opens one field of one entry: the value and the salt it was committed with.</summary>
public sealed record FieldOpening(string Name, byte[] Salt, string Value)
{
    /// <summary>A new opening with a fresh salt.</summary>
    public static FieldOpening Create(string name, string value) => new(name, FieldCommitment.NewSalt(), value);

    public Hash256 Commitment() => FieldCommitment.Of(Name, Salt, Value);

    /// <summary>Whether this is what the entry committed to.</summary>
    public bool Opens(LogEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Commitment(Name) is { } commitment && commitment == Commitment();
    }
}
