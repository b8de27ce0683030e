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
        var reader = new DisclosureReader(bytes);
        var entries = new List<DisclosedEntry>();
        while (reader.Next())
        {
            entries.Add(new DisclosedEntry(
                reader.Index, reader.Fields.Select(field => new FieldOpening(field.Name, field.Salt.ToArray(), field.Value)).ToList()));
        }
        return reader.IsBroken ? null : new DisclosureFile(reader.Origin, reader.Day, entries);
    }

    private static string Escape(string value) => JsonEncodedText.Encode(value, Encoder).ToString();
}
