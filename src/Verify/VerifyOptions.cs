using Transparency.Audit.Notes;

namespace Transparency.Verify;

/// <summary>The command's arguments.</summary>
public sealed record VerifyOptions
{
    public const string Usage = """
        usage: transparency verify URL|FOLDER [--state FILE] [--save DIR] [--key VKEY] [--json]

          URL|FOLDER     a portal's address (https://alpr.example.gov), a log's address, or a folder with a copy of a log
          --state FILE   remember the head seen, and next time check that the log still contains it
          --save DIR     keep a copy of everything read, which can be checked again later
          --key VKEY     the log's verifier key, from a source you trust; otherwise the remembered one, or the one the log names
          --json         the result as JSON on standard output

        exit status: 0 everything holds; 1 something does not fit; 2 usage; 3 the log could not be read
        """;

    public required string Source { get; init; }

    public string? State { get; init; }

    public string? Save { get; init; }

    public NoteKey? Key { get; init; }

    public bool Json { get; init; }

    /// <summary>Reads the arguments after the command's name.</summary>
    /// <returns>The options, or what is wrong with the arguments.</returns>
    public static (VerifyOptions? Options, string? Problem) Parse(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var options = new VerifyOptions { Source = "" };
        for (var i = 0; i < args.Count; i++)
        {
            var value = i + 1 < args.Count ? args[i + 1] : null;
            switch (args[i])
            {
                case "--json":
                    options = options with { Json = true };
                    continue;
                case "--state" or "--save" or "--key" when value is null:
                    return (null, $"{args[i]} needs a value.");
                case "--state":
                    options = options with { State = value };
                    break;
                case "--save":
                    options = options with { Save = value };
                    break;
                case "--key" when NoteKey.TryParse(value, out var key) && key.Type == NoteKey.Ed25519:
                    options = options with { Key = key };
                    break;
                case "--key":
                    return (null, "The value of --key is not the verifier key of a log (name+id+base64).");
                case var option when option.StartsWith('-'):
                    return (null, $"There is no option {option}.");
                case var source when options.Source.Length == 0:
                    options = options with { Source = source };
                    continue;
                default:
                    return (null, "Only one log can be checked at a time.");
            }
            i++;
        }
        return options.Source.Length > 0 ? (options, null) : (null, "Say which log to check.");
    }
}
