using Transparency.Audit.Merkle;
using Transparency.Audit.Notes;

namespace Transparency.Audit.Verification;

/// <summary>Reads one file of a log by its path under the log's prefix; null where there is no such file.</summary>
public delegate Task<byte[]?> ReadLogFile(string path, CancellationToken cancellation);

/// <summary>What to check a log against.</summary>
public sealed record VerifyRequest
{
    /// <summary>The log's verifier key. Its name is the log's origin.</summary>
    public required NoteKey Key { get; init; }

    /// <summary>The head seen last time, which the log must still contain; null the first time.</summary>
    public TreeHead? Remembered { get; init; }

    /// <summary>Heads of this log, signed with its key, that others were shown.</summary>
    public IReadOnlyList<KnownHead> Others { get; init; } = [];

    /// <summary>Verifier keys of witnesses, from a source other than the log.</summary>
    public IReadOnlyList<NoteKey> Witnesses { get; init; } = [];

    /// <summary>How many of them must have signed the checkpoint.</summary>
    public int WitnessesNeeded { get; init; }

    /// <summary>The last day (yyyy-MM-dd) whose disclosures must be there by now; null to demand none.</summary>
    public string? DisclosuresDue { get; init; }

    /// <summary>The heads that a log of this size must contain.</summary>
    internal IEnumerable<KnownHead> Known(long size) =>
        (Remembered is { } seen ? Others.Prepend(new KnownHead("the head seen last time", seen)) : Others).Where(known => known.Head.Size <= size);
}

/// <summary>A head that the log must contain.</summary>
/// <param name="Whose">Where it comes from, in words.</param>
public sealed record KnownHead(string Whose, TreeHead Head);

/// <summary>How far a verification is.</summary>
public readonly record struct VerifyProgress(long Entries, long OfEntries);
