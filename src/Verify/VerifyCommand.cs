using System.Globalization;
using System.Text;
using Transparency.Audit.Notes;
using Transparency.Audit.Signing;
using Transparency.Audit.Verification;

namespace Transparency.Verify;

/// <summary>The command <c>verify</c>: checks a published log from outside and says what it found.</summary>
public sealed class VerifyCommand(TextWriter output, TextWriter error, TimeProvider time, HttpClient http)
{
    private const string KeyPath = "key";

    // A day's values are published after the day ends and its last entries have joined the tree; two days more for time zones and delays.
    private static readonly TimeSpan DisclosurePatience = TimeSpan.FromDays(3);

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (args is ["verify", "--help" or "-h"])
        {
            await output.WriteLineAsync(VerifyOptions.Usage);
            return ExitCode.EverythingHolds;
        }
        if (args is not ["verify", ..])
        {
            await error.WriteLineAsync(args is [var other, ..] ? $"The command {other} is not built yet." : VerifyOptions.Usage);
            return ExitCode.Usage;
        }
        var (options, problem) = VerifyOptions.Parse([.. args.Skip(1)]);
        if (options is null)
        {
            await error.WriteLineAsync($"{problem}\n{VerifyOptions.Usage}");
            return ExitCode.Usage;
        }
        try
        {
            Ed25519PrivateKey.SelfCheck();
            return options.Opening is not null ? await new OpeningCommand(output, error).RunAsync(options, cancellation)
                : options.Receipt is not null ? await new ReceiptCommand(output, error, time, http).RunAsync(options, cancellation)
                : await VerifyAsync(options, cancellation);
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("Stopped before everything was checked: nothing is said about the log.");
            return ExitCode.CouldNotRead;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(e.Message);
            return ExitCode.CouldNotRead;
        }
    }

    private async Task<int> VerifyAsync(VerifyOptions options, CancellationToken cancellation)
    {
        var source = LogSource.Open(options.Source, http);
        var copy = options.Save is { } folder ? new SavedCopy(folder) : null;
        var read = copy?.Keeping(source.ReadAsync) ?? source.ReadAsync;
        var readTable = copy?.Keeping(source.ReadTableAsync) ?? source.ReadTableAsync;
        var remembered = options.State is { } state ? RememberedLog.Read(state) : null;
        await error.WriteLineAsync($"Checking {source.Name}");
        var key = await KeyAsync(options, remembered, read, cancellation);
        var others = await new OtherHeads(http, error).ReadAsync(options.Compare, key, cancellation);
        var request = new VerifyRequest
        {
            Key = key,
            Remembered = remembered?.Head(),
            Others = others.Select(other => other.Head).ToList(),
            Witnesses = options.Witnesses,
            WitnessesNeeded = options.Quorum ?? options.Witnesses.Count,
            DisclosuresDue = (time.GetUtcNow() - DisclosurePatience).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        var report = await new LogVerifier(read, readTable).VerifyAsync(request, new ProgressLine(error), cancellation);
        var writer = new ReportWriter(output);
        if (options.Json)
        {
            writer.WriteJson(source.Name, report, request.Remembered?.Size);
        }
        else
        {
            writer.WriteWords(report, request.Remembered?.Size);
        }
        var evidence = new Evidence(options.State, error);
        if (remembered is not null)
        {
            others = [.. others, (new KnownHead(RememberedLog.Whose, remembered.Head()), remembered.Note)];
        }
        await evidence.KeepAsync(others, report, cancellation);
        if (options.State is { } file && report is { Holds: true, Note: { } note })
        {
            if (report.Successor is { } successor)
            {
                await error.WriteLineAsync($"The log's key is changing. The verified log names the new one, which signs too and is remembered from now on:\n  {successor}");
            }
            new RememberedLog(report.Successor ?? key.ToString(), note).Write(file);
        }
        return report.Holds ? ExitCode.EverythingHolds : ExitCode.SomethingDoesNotFit;
    }

    private async Task<NoteKey> KeyAsync(VerifyOptions options, RememberedLog? remembered, ReadLogFile read, CancellationToken cancellation)
    {
        // Two while one key follows another; both sign then.
        var named = await read(KeyPath, cancellation) is { } bytes ? Encoding.UTF8.GetString(bytes).TrimEnd('\n').Split('\n') : [];
        var offered = named.Select(line => NoteKey.TryParse(line, out var parsed) ? parsed : null).OfType<NoteKey>().ToList();
        var key = options.Key ?? remembered?.VerifierKey();
        if (key is null)
        {
            key = offered.FirstOrDefault() ?? throw new IOException("The log names no key (log/key). Give the one you trust with --key.");
            await error.WriteLineAsync($"The key was taken from the log itself; compare it with one from elsewhere:\n  {key}");
        }
        else if (offered.Count > 0 && offered.TrueForAll(other => other.ToString() != key.ToString()))
        {
            await error.WriteLineAsync($"The log now names another key than the one trusted here:\n  {offered[0]}");
        }
        return key;
    }
}
