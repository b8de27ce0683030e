using System.Text;

namespace Transparency.Core.HotLists.Import;

/// <summary>Rule: one line of separated values, as RFC 4180 writes them: a value in quotes may hold the separator, and doubled quotes.</summary>
internal static class SeparatedLine
{
    /// <summary>The values, or null when a quote is not closed.</summary>
    public static IReadOnlyList<string>? Read(string line, char separator)
    {
        var values = new List<string>();
        var value = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (quoted && c == '"' && i + 1 < line.Length && line[i + 1] == '"')
            {
                value.Append('"');
                i++;
            }
            else if (c == '"' && (quoted || value.ToString().Trim().Length == 0))
            {
                quoted = !quoted;
            }
            else if (c == separator && !quoted)
            {
                values.Add(value.ToString().Trim());
                value.Clear();
            }
            else
            {
                value.Append(c);
            }
        }

        values.Add(value.ToString().Trim());
        return quoted ? null : values;
    }
}
