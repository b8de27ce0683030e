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

    /// <summary>The last day (yyyy-MM-dd) whose disclosures must be there by now; null to demand none.</summary>
    public string? DisclosuresDue { get; init; }
}

/// <summary>How far a verification is.</summary>
public readonly record struct VerifyProgress(long Entries, long OfEntries);
