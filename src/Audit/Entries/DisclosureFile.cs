using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Transparency.Audit.Entries;

/// <summary>The fields of one entry that are opened to everybody.</summary>
/// <param name="Index">The entry's index in the log.</param>
/// <param name="Fields">In ordinal order of their names.</param>
public sealed record DisclosedEntry(long Index, IReadOnlyList<FieldOpening> Fields);

/// <summary>
/// The openings published for one day: for each entry the fields that the policy makes public, with value and salt, so that
/// anyone can check them against the commitments in the tree. JSON, one line per entry, in one canonical spelling.
/// </summary>
/// <param name="Origin">The log's origin line.</param>
/// <param name="Day">yyyy-MM-dd.</param>
/// <param name="Entries">In ascending order of their indices.</param>
public sealed record DisclosureFile(string Origin, string Day, IReadOnlyList<DisclosedEntry> Entries)
{
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>The resource's path under the log's prefix.</summary>
    public static string PathOf(string day) => $"disclosures/{day}.json";

    public byte[] ToBytes()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""{"v":1,"log":"{{Escape(Origin)}}","day":"{{Escape(Day)}}","entries":[""");
        for (var i = 0; i < Entries.Count; i++)
        {
            text.Append(i == 0 ? "\n" : ",\n").Append(CultureInfo.InvariantCulture, $$"""{"index":{{Entries[i].Index}},"fields":{""");
            var separator = "";
            foreach (var field in Entries[i].Fields)
            {
                text.Append(separator).Append('"').Append(Escape(field.Name)).Append("\":{\"salt\":\"")
                    .Append(Convert.ToBase64String(field.Salt)).Append("\",\"value\":\"").Append(Escape(field.Value)).Append("\"}");
                separator = ",";
            }
            text.Append("}}");
        }
        return Encoding.UTF8.GetBytes(text.Append("\n]}\n").ToString());
    }

    /// <summary>Reads a file; null where the bytes are not exactly what <see cref="ToBytes"/> would write.</summary>
    public static DisclosureFile? Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            var entries = root.GetProperty("entries").EnumerateArray().Select(ReadEntry).ToList();
            var file = new DisclosureFile(Text(root, "log"), Text(root, "day"), entries);
            var ascending = entries.Zip(entries.Skip(1)).All(pair => pair.First.Index < pair.Second.Index);
            return ascending && file.ToBytes().AsSpan().SequenceEqual(bytes.Span) ? file : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static DisclosedEntry ReadEntry(JsonElement entry)
    {
        var fields = entry.GetProperty("fields").EnumerateObject().Select(ReadField).ToList();
        var ordered = fields.Zip(fields.Skip(1)).All(pair => string.CompareOrdinal(pair.First.Name, pair.Second.Name) < 0);
        var index = entry.GetProperty("index").GetInt64();
        return ordered && index >= 0 ? new DisclosedEntry(index, fields) : throw new FormatException("The fields are not in order.");
    }

    private static FieldOpening ReadField(JsonProperty field)
    {
        var salt = CanonicalBase64.Decode(Text(field.Value, "salt"));
        return salt is { Length: FieldCommitment.SaltSize }
            ? new FieldOpening(field.Name, salt, Text(field.Value, "value"))
            : throw new FormatException("A salt has 32 bytes.");
    }

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new FormatException("A text is missing.");

    private static string Escape(string value) => JsonEncodedText.Encode(value, Encoder).ToString();
}
