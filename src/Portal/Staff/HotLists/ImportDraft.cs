using System.Globalization;
using System.Text;
using Transparency.Core.HotLists.Import;

namespace Transparency.Portal.Staff.HotLists;

/// <summary>The import form as it stands: a file, and where in it each value is.</summary>
public sealed class ImportDraft
{
    /// <summary>The fields of an entry, as the editor lists them.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["Plate", "State", "Reason", "Type", "Last day"];

    private static readonly string[] Separators = [",", ";", "\t", "|"];

    public string Name { get; set; } = "";

    public string Source { get; set; } = "";

    public string Kind { get; set; } = "stolen-vehicle";

    public string Separator { get; set; } = ",";

    public bool HasHeader { get; set; } = true;

    /// <summary>By field: a column's number, or first character and width as "8:10"; empty where the file does not have it.</summary>
    public Dictionary<string, string> Columns { get; } = Fields.ToDictionary(field => field, field => field == "Plate" ? "1" : "");

    public string Include { get; set; } = "";

    public string Exclude { get; set; } = "";

    public byte[] File { get; set; } = [];

    public IReadOnlyList<string> FirstLines { get; private set; } = [];

    public bool IsFixed => Separator.Length == 0;

    /// <summary>Takes a file, and guesses what separates its values and which column is which from the names in its first line.</summary>
    public void Open(byte[] file)
    {
        File = file;
        using var reader = new StreamReader(new MemoryStream(file), Encoding.UTF8);
        var lines = new List<string>();
        while (lines.Count < 6 && reader.ReadLine() is { } line)
        {
            lines.Add(line.Length > 300 ? line[..300] : line);
        }

        FirstLines = lines;
        Separator = Separators.MaxBy(mark => (lines.FirstOrDefault() ?? "").Split(mark).Length) is { } best
            && (lines.FirstOrDefault() ?? "").Contains(best, StringComparison.Ordinal) ? best : "";
        var names = Separator.Length == 0 ? [] : (lines.FirstOrDefault() ?? "").Split(Separator).Select(name => name.Trim(' ', '"').ToUpperInvariant()).ToList();
        Guess("Plate", names, "PLATE", "LIC");
        Guess("State", names, "STATE", "LIS");
        Guess("Reason", names, "REASON", "NOTE", "DESC");
        Guess("Type", names, "TYPE", "KIND", "FILE");
        Guess("Last day", names, "EXPIR", "UNTIL", "END");
    }

    public HotListMapping ToMapping() => new()
    {
        Separator = Separator,
        HasHeader = HasHeader,
        Plate = Column("Plate") ?? new HotListColumn(0),
        State = Column("State"),
        Reason = Column("Reason"),
        Type = Column("Type"),
        Expires = Column("Last day"),
        Include = Words(Include),
        Exclude = Words(Exclude),
    };

    /// <summary>What the mapping makes of the first lines.</summary>
    public HotListFile? Preview() => ToMapping() is var mapping && mapping.Problem() is null ? HotListFile.Read(FirstLines, mapping) : null;

    private void Guess(string field, List<string> names, params string[] marks)
    {
        var at = names.FindIndex(name => marks.Any(mark => name.Contains(mark, StringComparison.Ordinal)));
        Columns[field] = at >= 0 ? (at + 1).ToString(CultureInfo.InvariantCulture) : field == "Plate" ? "1" : "";
    }

    private HotListColumn? Column(string field)
    {
        var parts = Columns[field].Split(':');
        return Columns[field].Length == 0 ? null : new HotListColumn(Number(parts[0]), parts.Length > 1 ? Number(parts[1]) : 0);
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string[] Words(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
