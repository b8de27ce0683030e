namespace Transparency.Audit.Notes;

/// <summary>A signature that was checked and is good.</summary>
/// <param name="CosignedAt">For a witness's cosignature, the time it signed, in seconds since 1970; otherwise null.</param>
public sealed record VerifiedSignature(NoteKey Key, long? CosignedAt);

/// <summary>What checking a note came to: the good signatures, or the reason it is refused.</summary>
public sealed record NoteVerdict(IReadOnlyList<VerifiedSignature> Verified, string? Problem)
{
    public bool Accepted => Problem is null;

    /// <summary>Whether this key is among those that verified.</summary>
    public bool SignedBy(NoteKey key) => Verified.Any(v => v.Key == key);
}
