using System.Globalization;
using Transparency.Audit.Merkle;
using Transparency.Audit.Verification;

namespace Transparency.Verify;

/// <summary>
/// Keeps two signed heads that cannot both be true, in one file: whoever has the log's key can check with any tool that both are signed, and
/// that is the proof. Kept beside the state, otherwise in the current folder.
/// </summary>
internal sealed class Evidence(string? state, TextWriter error)
{
    public async Task KeepAsync(IReadOnlyList<(KnownHead Head, string Note)> others, VerifyReport report, CancellationToken cancellation)
    {
        if (report is not { Holds: false, Note: { } note, Checkpoint: { } checkpoint })
        {
            return;
        }
        foreach (var (head, theirs) in others.Where(other => Contradicts(other.Head, checkpoint.Head, report)))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"evidence-{checkpoint.Head.Size}");
            var file = state is null ? $"{name}.txt" : $"{state}.{name}";
            await File.WriteAllTextAsync(file, $"{theirs}\n{note}", cancellation);
            await error.WriteLineAsync($"Both signed heads ({head.Whose}, and this one) are kept in {file}.");
        }
    }

    private static bool Contradicts(KnownHead other, TreeHead head, VerifyReport report) =>
        other.Head != head && (other.Head.Size > head.Size
            ? other.Whose == RememberedLog.Whose
            : report.Problems.Any(problem => problem.Where == LogVerifier.CheckpointPath && problem.What.Contains(other.Whose, StringComparison.Ordinal)));
}
