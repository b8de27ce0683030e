using System.Globalization;
using System.Text;
using System.Text.Json;
using Transparency.Audit.Merkle;
using Transparency.Audit.Notes;

namespace Transparency.Audit.Tests;

/// <summary>The vectors of <c>golden/</c>; its README says how they were made.</summary>
internal static class Golden
{
    public const string Origin = "example.org/golden-log";
    public const string WitnessName = "witness.example.org/golden-w1";
    public const long CosignedAt = 1_700_000_000;
    public const string LogKeyText = "example.org/golden-log+5133f263+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
    public const string WitnessKeyText = "witness.example.org/golden-w1+7dd98178+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X";

    public static byte[] LogSeed { get; } = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    public static byte[] WitnessSeed { get; } = [.. Enumerable.Range(32, 32).Select(i => (byte)i)];

    public static byte[] Entry(long index) => Encoding.ASCII.GetBytes($"entry {index}");

    public static byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "golden", path));

    public static string Text(string path) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "golden", path));

    public static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "golden", folder), "*", SearchOption.AllDirectories);

    public static string[][] Rows(string path) =>
        Text(path).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).ToArray();

    public static T[] List<T>(string path) => JsonSerializer.Deserialize<T[]>(Text(path))!;

    /// <summary>The head of every golden size, by size.</summary>
    public static Dictionary<long, TreeHead> Heads() =>
        Rows("roots.tsv").Select(row => new TreeHead(long.Parse(row[0], CultureInfo.InvariantCulture), Hash(row[1]))).ToDictionary(head => head.Size);

    public static Hash256 Hash(string base64) => Hash256.TryParse(base64, out var hash) ? hash : throw new FormatException(base64);

    public static NoteKey Key(string text) => NoteKey.TryParse(text, out var key) ? key : throw new FormatException(text);

    /// <summary>A file of the third-party vectors beside the checkout; null, and the test is skipped, where they are not there.</summary>
    public static string? ThirdParty(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !folder.EnumerateFiles("Transparency.sln").Any())
        {
            folder = folder.Parent;
        }
        var path = Path.Combine(folder?.Parent?.FullName ?? "", "shared/log/third-party-vectors", file);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }
}
