using System.Security.Cryptography;
using Transparency.Audit.Merkle;

namespace Transparency.Audit.Entries;

/// <summary>What opens one field of one entry: the value and the salt it was committed with.</summary>
public sealed record FieldOpening(string Name, byte[] Salt, string Value)
{
    /// <summary>A new opening with a fresh salt.</summary>
    public static FieldOpening Create(string name, string value) => new(name, FieldCommitment.NewSalt(), value);

    /// <summary>New openings, each with a fresh salt of its own; one draw from the operating system's generator for all.</summary>
    public static IReadOnlyList<FieldOpening> CreateAll(IReadOnlyList<(string Name, string Value)> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var salts = RandomNumberGenerator.GetBytes(fields.Count * FieldCommitment.SaltSize);
        return fields
            .Select((field, i) => new FieldOpening(field.Name, salts.AsSpan(i * FieldCommitment.SaltSize, FieldCommitment.SaltSize).ToArray(), field.Value))
            .ToList();
    }

    public Hash256 Commitment() => FieldCommitment.Of(Name, Salt, Value);

    /// <summary>Whether this is what the entry committed to.</summary>
    public bool Opens(LogEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Commitment(Name) is { } commitment && commitment == Commitment();
    }
}
