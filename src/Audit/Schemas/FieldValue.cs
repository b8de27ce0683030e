using System.Globalization;
using System.Text;
using System.Text.Json;
using Transparency.Audit.Entries;

namespace Transparency.Audit.Schemas;

/// <summary>Whether a value has the form its field asks for. The writer checks before it commits, the verifier after it opens.</summary>
public static class FieldValue
{
    /// <summary>The longest label, in characters.</summary>
    public const int LongestLabel = 200;

    /// <summary>An empty value fits every kind: the field does not apply.</summary>
    public static bool Fits(FieldKind kind, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length == 0 || kind switch
        {
            FieldKind.Code => EntryParser.IsName(value),
            FieldKind.Label => value.Length <= LongestLabel && !value.Any(char.IsControl),
            FieldKind.Number => IsNumber(value),
            FieldKind.Day => EntryParser.IsDay(value),
            FieldKind.Counts => ReadCounts(value) is not null,
            _ => true,
        };
    }

    /// <summary>Counts in their one spelling: names in ordinal order, no white space.</summary>
    public static string WriteCounts(IEnumerable<KeyValuePair<string, long>> counts)
    {
        var pairs = counts
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"\"{JsonEncodedText.Encode(pair.Key)}\":{pair.Value}"));
        return new StringBuilder("{").AppendJoin(',', pairs).Append('}').ToString();
    }

    /// <summary>Reads counts; null where the text is not exactly what <see cref="WriteCounts"/> writes.</summary>
    public static IReadOnlyDictionary<string, long>? ReadCounts(string value)
    {
        try
        {
            var counts = JsonSerializer.Deserialize<Dictionary<string, long>>(value);
            return counts is not null && counts.Values.All(count => count >= 0) && WriteCounts(counts) == value ? counts : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsNumber(string value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number.ToString(CultureInfo.InvariantCulture) == value;
}
