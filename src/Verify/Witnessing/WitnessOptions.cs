using Transparency.Audit.Notes;

namespace Transparency.Verify.Witnessing;

/// <summary>The arguments of <c>witness</c>.</summary>
public sealed record WitnessOptions
{
    public const string Usage = """
        usage: transparency witness --listen ADDR --log VKEY [--log VKEY ...] [--state DIR] [--name NAME]

          --listen ADDR  where to answer: 127.0.0.1:8090, 0.0.0.0:8090 or http://host:port
          --log VKEY     the verifier key of a log to witness (name+id+base64), from a source you trust
          --state DIR    where the key and what was signed are kept; back it up, never run two on copies of it (default: witness)
          --name NAME    the name of a new key, such as library.example/witness (default: the machine's name)

        Logs post their checkpoints to /add-checkpoint (C2SP tlog-witness). Anyone reads what was signed last at
        /HASH/checkpoint, HASH being the SHA-256 of the log's origin in lower-case hexadecimal; / says both in words.
        """;

    public required Uri Listen { get; init; }

    public required IReadOnlyList<NoteKey> Logs { get; init; }

    public string State { get; init; } = "witness";

    public required string Name { get; init; }

    /// <summary>Reads the arguments after the command's name.</summary>
    /// <returns>The options, or what is wrong with the arguments.</returns>
    public static (WitnessOptions? Options, string? Problem) Parse(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var logs = new List<NoteKey>();
        Uri? listen = null;
        var (state, name) = ("witness", Environment.MachineName.ToLowerInvariant() + "/witness");
        for (var i = 0; i < args.Count; i += 2)
        {
            if (i + 1 == args.Count)
            {
                return (null, $"{args[i]} needs a value, or is not an option.");
            }
            var value = args[i + 1];
            switch (args[i])
            {
                case "--listen" when Address(value) is { } address:
                    listen = address;
                    break;
                case "--log" when NoteKey.TryParse(value, out var key) && key.Type == NoteKey.Ed25519:
                    logs.Add(key);
                    break;
                case "--state":
                    state = value;
                    break;
                case "--name" when NoteKey.IsName(value):
                    name = value;
                    break;
                case "--listen" or "--log" or "--name":
                    return (null, $"The value of {args[i]} is not what it must be.");
                default:
                    return (null, $"There is no option {args[i]}.");
            }
        }
        return listen is null ? (null, "Say where to listen: --listen ADDR.")
            : logs.Count == 0 ? (null, "Say which log to witness: --log VKEY.")
            : logs.DistinctBy(log => log.Name).Count() < logs.Count ? (null, "Two keys for one log were given.")
            : (new WitnessOptions { Listen = listen, Logs = logs, State = state, Name = name }, null);
    }

    private static Uri? Address(string value) =>
        Uri.TryCreate(value.Contains("://", StringComparison.Ordinal) ? value : "http://" + value, UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttp
            ? address
            : null;
}
