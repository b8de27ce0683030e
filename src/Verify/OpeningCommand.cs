using System.Globalization;
using System.Text;
using System.Text.Json;
using Transparency.Audit.Entries;
using Transparency.Audit.Notes;

namespace Transparency.Verify;

/// <summary><c>verify --opening FILE</c>: checks, with no network, a file that opens one field of one entry.</summary>
internal sealed class OpeningCommand(TextWriter output, TextWriter error)
{
    public async Task<int> RunAsync(VerifyOptions options, CancellationToken cancellation)
    {
        var file = options.Opening!;
        if (FieldProof.Parse(await File.ReadAllTextAsync(file, cancellation)) is not { } proof)
        {
            return await SayAsync(options, null, $"{file} is not a file that opens a field.");
        }
        var key = options.Key ?? proof.Key;
        if (options.Key is null)
        {
            await error.WriteLineAsync($"The key was taken from the file itself; compare it with one from elsewhere:\n  {key}");
        }
        using var log = new NoteVerifier(key);
        return await SayAsync(options, proof, proof.Problem(log) ?? Witnesses(options, proof));
    }

    private static string? Witnesses(VerifyOptions options, FieldProof proof)
    {
        var verifiers = options.Witnesses.Select(witness => new NoteVerifier(witness)).ToList();
        var needed = options.Quorum ?? verifiers.Count;
        var signed = needed == 0 ? 0 : SignedNote.Parse(Encoding.UTF8.GetBytes(proof.Proof.Checkpoint))!.Verify(verifiers).Verified.Count;
        verifiers.ForEach(verifier => verifier.Dispose());
        return signed < needed ? $"Only {signed} of the {needed} witnesses asked for have signed the file's checkpoint." : null;
    }

    private async Task<int> SayAsync(VerifyOptions options, FieldProof? proof, string? problem)
    {
        var entry = proof is null ? null : new EntryParser().Parse(proof.Entry);
        if (options.Json)
        {
            var result = new
            {
                holds = problem is null,
                problem,
                index = proof?.Proof.Index,
                act = entry?.Act,
                day = entry?.Day,
                field = proof?.Opening.Name,
                value = problem is null ? proof?.Opening.Value : null,
            };
            await output.WriteLineAsync(JsonSerializer.Serialize(result));
        }
        else if (problem is null)
        {
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"Verified: entry {proof!.Proof.Index} of {proof.Key.Name}, {entry!.Act} on {entry.Day}, holds\n  {proof.Opening.Name}: {proof.Opening.Value}"));
        }
        else
        {
            await output.WriteLineAsync($"NOT VERIFIED: {problem}");
        }
        return problem is null ? ExitCode.EverythingHolds : ExitCode.SomethingDoesNotFit;
    }
}
