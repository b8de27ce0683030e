using Transparency.Audit.Notes;
using Transparency.Audit.Signing;

namespace Transparency.Verify.Witnessing;

/// <summary>The command <c>witness</c>: runs until it is stopped.</summary>
public sealed class WitnessCommand(TextWriter output, TextWriter error, TimeProvider time)
{
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (args is ["--help" or "-h", ..])
        {
            await output.WriteLineAsync(WitnessOptions.Usage);
            return ExitCode.EverythingHolds;
        }
        var (options, problem) = WitnessOptions.Parse(args);
        if (options is null)
        {
            await error.WriteLineAsync($"{problem}\n{WitnessOptions.Usage}");
            return ExitCode.Usage;
        }
        try
        {
            Ed25519PrivateKey.SelfCheck();
            Directory.CreateDirectory(options.State);
            // Two witnesses on one folder could each sign one side of a fork.
            using var only = new FileStream(Path.Combine(options.State, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            using var key = WitnessKey.Open(options.State, options.Name);
            await ServeAsync(options, key, cancellation);
            return ExitCode.EverythingHolds;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(e.Message);
            return ExitCode.CouldNotRead;
        }
    }

    private async Task ServeAsync(WitnessOptions options, NoteSigner key, CancellationToken cancellation)
    {
        var logs = options.Logs.ToDictionary(log => log.Name, log => new NoteVerifier(log));
        var witness = new Witness(new WitnessState(options.State), key, logs, time);
        await using var app = WitnessHost.Create(witness, [.. logs.Keys], options.Listen);
        await app.StartAsync(cancellation);
        await output.WriteLineAsync($"Witness {key.Key.Name} answers at {string.Join(' ', app.Urls)}\nIts verifier key, to give to the logs and to readers:\n{key.Key}");
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellation);
        }
        catch (OperationCanceledException)
        {
            await app.StopAsync(CancellationToken.None);
        }
        foreach (var log in logs.Values)
        {
            log.Dispose();
        }
    }
}
