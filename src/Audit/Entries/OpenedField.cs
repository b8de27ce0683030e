using Transparency.Audit.Merkle;

namespace Transparency.Audit.Entries;

/// <summary>A field as a disclosure file opens it. Like <see cref="FieldOpening"/>, without an array of its own.</summary>
public readonly record struct OpenedField(string Name, Hash256 Salt, string Value)
{
    public Hash256 Commitment()
    {
        Span<byte> salt = stackalloc byte[Hash256.Size];
        Salt.CopyTo(salt);
        return FieldCommitment.Of(Name, salt, Value);
    }
}
