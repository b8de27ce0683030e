using System.Globalization;
using Transparency.Audit.Notes;

namespace Transparency.Verify;

/// <summary>The command's arguments.</summary>
public sealed record VerifyOptions
{
    public const string Usage = """
        usage: transparency verify URL|FOLDER [--state FILE] [--save DIR] [--key VKEY] [--witness VKEY ...] [--quorum N]
                                   [--compare FILE|URL ...] [--json]
               transparency verify --opening FILE [--key VKEY] [--json]
               transparency verify --receipt FILE [URL|FOLDER] [--key VKEY] [--json]

          URL|FOLDER     a portal's address (https://alpr.example.gov), a log's address, or a folder with a copy of a log
          --state FILE   remember the head seen, and next time check that the log still contains it
          --save DIR     keep a copy of everything read, which can be checked again later; a check that was stopped goes on from it
          --key VKEY     the log's verifier key, from a source you trust; otherwise the remembered one, or the one the log names
          --witness VKEY a witness's verifier key; says whether it has signed the newest head
          --quorum N     how many of the witnesses named must have signed (default: all of them)
          --compare FILE a checkpoint that somebody else was shown: a file, or a witness's address of it
          --opening FILE check a file that opens one field of one entry; needs no network
          --receipt FILE check the promise in a receipt, and with a log that it was kept
          --json         the result as JSON on standard output

        exit status: 0 everything holds; 1 something does not fit; 2 usage; 3 the log could not be read
        """;

    public required string Source { get; init; }

    public string? State { get; init; }

    public string? Save { get; init; }

    public NoteKey? Key { get; init; }

    public IReadOnlyList<NoteKey> Witnesses { get; init; } = [];

    /// <summary>Null: all of them.</summary>
    public int? Quorum { get; init; }

    /// <summary>Files or addresses of checkpoints that others were shown.</summary>
    public IReadOnlyList<string> Compare { get; init; } = [];

    /// <summary>A file that opens one field.</summary>
    public string? Opening { get; init; }

    /// <summary>A file with a promise of inclusion.</summary>
    public string? Receipt { get; init; }

    public bool Json { get; init; }

    /// <summary>Reads the arguments after the command's name.</summary>
    /// <returns>The options, or what is wrong with the arguments.</returns>
    public static (VerifyOptions? Options, string? Problem) Parse(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var options = new VerifyOptions { Source = "" };
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--json")
            {
                options = options with { Json = true };
            }
            else if (!args[i].StartsWith('-'))
            {
                if (options.Source.Length > 0)
                {
                    return (null, "Only one log can be checked at a time.");
                }
                options = options with { Source = args[i] };
            }
            else if (!Names.Contains(args[i]))
            {
                return (null, $"There is no option {args[i]}.");
            }
            else if (++i == args.Count)
            {
                return (null, $"{args[i - 1]} needs a value.");
            }
            else if (With(options, args[i - 1], args[i]) is { } next)
            {
                options = next;
            }
            else
            {
                return (null, Wrong(args[i - 1]));
            }
        }
        return options.Source.Length > 0 || options.Opening is not null || options.Receipt is not null
            ? options.Quorum > options.Witnesses.Count ? (null, "--quorum asks for more witnesses than --witness names.") : (options, null)
            : (null, "Say which log to check.");
    }

    private static readonly string[] Names = ["--state", "--save", "--key", "--witness", "--quorum", "--compare", "--opening", "--receipt"];

    // Null where the value is not what the option needs.
    private static VerifyOptions? With(VerifyOptions options, string name, string value) => name switch
    {
        "--state" => options with { State = value },
        "--save" => options with { Save = value },
        "--opening" => options with { Opening = value },
        "--receipt" => options with { Receipt = value },
        "--compare" => options with { Compare = [.. options.Compare, value] },
        "--key" when NoteKey.TryParse(value, out var key) && key.Type == NoteKey.Ed25519 => options with { Key = key },
        "--witness" when NoteKey.TryParse(value, out var key) && key.Type == NoteKey.Cosignature => options with { Witnesses = [.. options.Witnesses, key] },
        "--quorum" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var quorum) => options with { Quorum = quorum },
        _ => null,
    };

    private static string Wrong(string name) => name switch
    {
        "--key" => "The value of --key is not the verifier key of a log (name+id+base64).",
        "--witness" => "The value of --witness is not the verifier key of a witness (name+id+base64, type 04).",
        _ => $"The value of {name} is not a number.",
    };
}
