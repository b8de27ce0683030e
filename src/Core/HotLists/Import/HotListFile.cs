using System.Globalization;
using Transparency.Core.Detections;

namespace Transparency.Core.HotLists.Import;

/// <summary>One good row of a source's file.</summary>
public sealed record HotListRow(string Plate, string? State, string Reason, DateOnly? Expires);

/// <summary>A row that could not be taken: its line, counted from 1, and why. Never the row itself: it may name a plate.</summary>
public sealed record BadRow(int Line, string Problem);

/// <summary>
/// Rule: reads a source's file by its mapping. A bad row spoils itself only. Rows about immigration are left out whatever the mapping
/// says (Cal. Gov. Code 7284.6); so are rows of types that the mapping does not include.
/// </summary>
public sealed class HotListFile
{
    /// <summary>Bad rows that are named one by one; further ones are only counted.</summary>
    public const int MostNamed = 200;

    private const int LongestReason = 1000;
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyyMMdd", "MM/dd/yyyy"];

    private readonly Dictionary<(string Plate, string? State), HotListRow> _rows = [];
    private readonly List<BadRow> _bad = [];

    private HotListFile()
    {
    }

    /// <summary>Good rows, each plate and state once.</summary>
    public IReadOnlyCollection<HotListRow> Rows => _rows.Values;

    /// <summary>The first bad rows.</summary>
    public IReadOnlyList<BadRow> Bad => _bad;

    public int BadCount { get; private set; }

    /// <summary>Rows left out because of their type.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Of those, rows about immigration.</summary>
    public int ImmigrationRows { get; private set; }

    public static HotListFile Read(IEnumerable<string> lines, HotListMapping mapping)
    {
        var file = new HotListFile();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if ((number > 1 || !mapping.HasHeader) && !string.IsNullOrWhiteSpace(line))
            {
                file.Take(number, line, mapping);
            }
        }

        return file;
    }

    private void Take(int number, string line, HotListMapping mapping)
    {
        var values = mapping.Separator.Length == 0 ? null : SeparatedLine.Read(line, mapping.Separator[0]);
        if (mapping.Separator.Length > 0 && values is null)
        {
            Refuse(number, "A quotation mark is not closed.");
            return;
        }

        string Value(HotListColumn? column) => column is null ? "" : values is null ? Cut(line, column) : column.At <= values.Count ? values[column.At - 1] : "";
        var type = Value(mapping.Type);
        if (IsLeftOut(type, Value(mapping.Reason), mapping))
        {
            LeftOut++;
            return;
        }

        var state = Value(mapping.State).ToUpperInvariant();
        DateOnly? expires = null;
        if (Value(mapping.Expires) is { Length: > 0 } day)
        {
            if (!DateOnly.TryParseExact(day, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
            {
                Refuse(number, "The last day is not a day that can be read.");
                return;
            }

            expires = read;
        }

        if (!PlateText.TryParse(Value(mapping.Plate), out var plate))
        {
            Refuse(number, Value(mapping.Plate).Length == 0 ? "There is no plate." : "A plate has 2 to 10 letters and digits.");
        }
        else if (state.Length != 0 && (state.Length != 2 || !state.All(char.IsAsciiLetterUpper)))
        {
            Refuse(number, "The state is not two letters.");
        }
        else
        {
            var reason = Value(mapping.Reason) is { Length: > 0 } given ? given : type;
            var row = new HotListRow(plate.Value, state.Length == 0 ? null : state, reason.Length > LongestReason ? reason[..LongestReason] : reason, expires);
            _rows[(row.Plate, row.State)] = row;
        }
    }

    private bool IsLeftOut(string type, string reason, HotListMapping mapping)
    {
        if (HotListSource.IsImmigration($"{type} {reason}"))
        {
            ImmigrationRows++;
            return true;
        }

        return (mapping.Include.Count > 0 && !mapping.Include.Contains(type, StringComparer.OrdinalIgnoreCase))
            || mapping.Exclude.Contains(type, StringComparer.OrdinalIgnoreCase);
    }

    private void Refuse(int line, string problem)
    {
        BadCount++;
        if (_bad.Count < MostNamed)
        {
            _bad.Add(new(line, problem));
        }
    }

    private static string Cut(string line, HotListColumn column) =>
        column.At > line.Length ? "" : line.Substring(column.At - 1, Math.Min(column.Width, line.Length - column.At + 1)).Trim();
}
