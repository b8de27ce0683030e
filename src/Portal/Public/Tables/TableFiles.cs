using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Transparency.Portal.Public.Tables;

/// <summary>Public tables as files: CSV after RFC 4180, and JSON that carries its own data dictionary.</summary>
public static class TableFiles
{
    public const string CsvType = "text/csv; charset=utf-8; header=present";
    public const string JsonType = "application/json; charset=utf-8";

    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One header line of column names, then one line a row, ending in CR LF. UTF-8 without a mark.</summary>
    public static byte[] Csv(PublicTable table)
    {
        var text = new StringBuilder();
        AppendLine(text, table.Columns.Select(c => c.Name));
        foreach (var row in table.Rows)
        {
            AppendLine(text, row.Select(c => c.Plain));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>
    /// <c>{ title, note, facts..., columns: [{ name, description }], rows: [{ name: value }] }</c>. A withheld count is the text
    /// "withheld"; what does not apply is null.
    /// </summary>
    public static byte[] Json(PublicTable table, params IReadOnlyList<(string Name, string Value)> facts)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            json.WriteStartObject();
            json.WriteString("title", table.Title);
            json.WriteString("note", table.Note);
            foreach (var (name, value) in facts)
            {
                json.WriteString(name, value);
            }

            WriteColumns(json, table);
            WriteRows(json, table);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void AppendLine(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static void WriteColumns(Utf8JsonWriter json, PublicTable table)
    {
        json.WriteStartArray("columns");
        foreach (var column in table.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("description", column.Description);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRows(Utf8JsonWriter json, PublicTable table)
    {
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            for (var i = 0; i < row.Count; i++)
            {
                json.WritePropertyName(table.Columns[i].Name);
                JsonSerializer.Serialize(json, row[i].Json);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
