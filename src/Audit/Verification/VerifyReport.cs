using Transparency.Audit.Notes;
using Transparency.Audit.Verification.Statistics;

namespace Transparency.Audit.Verification;

/// <summary>Something that does not fit.</summary>
/// <param name="Where">The file or entry: <c>checkpoint</c>, <c>tile/0/003</c>, <c>entry 812</c>, <c>disclosures/2026-11-21.json</c>.</param>
/// <param name="What">What does not fit, and what that means.</param>
public sealed record LogProblem(string Where, string What);

/// <summary>What a verification came to.</summary>
public sealed record VerifyReport
{
    /// <summary>The checkpoint everything was checked against; null where none could be accepted.</summary>
    public Checkpoint? Checkpoint { get; init; }

    /// <summary>The signed checkpoint, verbatim: the evidence to keep.</summary>
    public string? Note { get; init; }

    /// <summary>Entries re-hashed and read.</summary>
    public long Entries { get; init; }

    /// <summary>Tiles and bundles compared.</summary>
    public long Files { get; init; }

    /// <summary>How many entries there are of each act.</summary>
    public IReadOnlyDictionary<string, long> Acts { get; init; } = new Dictionary<string, long>();

    /// <summary>Days whose disclosures were checked.</summary>
    public int Days { get; init; }

    /// <summary>Published values checked against their commitments.</summary>
    public long FieldsOpened { get; init; }

    /// <summary>Signatures of the witnesses asked about, with their times.</summary>
    public IReadOnlyList<VerifiedSignature> Cosigned { get; init; } = [];

    /// <summary>
    /// A newer key of the log, where the verified entries say that it was added and it has signed the checkpoint too; otherwise null. Who
    /// trusts the key that was asked about can go on with this one.
    /// </summary>
    public string? Successor { get; init; }

    /// <summary>What comparing the published statistics came to; null where there were none to compare.</summary>
    public StatisticsReport? Statistics { get; init; }

    /// <summary>In the order found; empty when all holds. After the first fifty the rest is only counted.</summary>
    public IReadOnlyList<LogProblem> Problems { get; init; } = [];

    /// <summary>Problems found, listed or not.</summary>
    public long ProblemCount { get; init; }

    /// <summary>What is worth knowing and no problem.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    public bool Holds => ProblemCount == 0;
}
