using Transparency.Ingest.Recognition;

namespace Transparency.Ingest.Commands;

/// <summary>`read [--json] PATH ...`: recognises the plates in pictures, videos and folders once and prints them.</summary>
public static class ReadCommand
{
    private const string Usage = """
        usage: transparency read [--json] [--explain] PATH ...

        Reads the licence plates in pictures, videos, or every picture and video in a folder, and prints them.
        Nothing is stored and nothing is sent anywhere.

          --json   one line of JSON for each picture or video frame with plates:
                   {"file":"us/a.jpg","ms":12.3,"reads":[{"plate":...,"confidence":...,"state":...,"box":[x,y,w,h],"candidates":[...]}]}
                   file is the last folder and name; ms is decoding, finding and reading on one thread
          --explain  also what is rather no plate, and in JSON what the confidence follows from: the finder's score, the
                   probability that nothing is written there, the share of the votes that the text won
          --help   this text

        exit code: 0 all read, 1 some file could not be read, 2 wrong usage
        """;

    /// <summary>Runs the command; see the usage text for <paramref name="args"/> (without the word `read`) and exit codes.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        if (args.Contains("--help") || args.Contains("-h"))
        {
            await output.WriteLineAsync(Usage);
            return 0;
        }

        var unknown = args.FirstOrDefault(a => a.StartsWith("--", StringComparison.Ordinal) && a is not ("--json" or "--explain"));
        var paths = args.Where(a => a is not ("--json" or "--explain")).ToArray();
        if (unknown is not null || paths.Length == 0)
        {
            await error.WriteLineAsync(unknown is null ? "read: name at least one picture, video or folder." : $"read: there is no option {unknown}.");
            await error.WriteLineAsync("Try: transparency read --help");
            return 2;
        }

        var explain = args.Contains("--explain");
        using var reader = PlateReader.Load(keepsDoubtful: explain);
        using var report = new ReadReport(output, error, args.Contains("--json"), explain);
        using var files = new ReadFiles(reader, report);
        foreach (var path in paths)
        {
            await files.ReadAsync(path, cancel);
        }

        return report.Unreadable == 0 ? 0 : 1;
    }
}
