using System.Text.Json;

namespace Transparency.Audit.Verification.Statistics;

/// <summary>Reads a table that the portal publishes, as JSON: <c>{ ..., "rows": [ { column: value } ] }</c>; null where there is none.</summary>
/// <param name="name">Such as <c>statistics/purposes</c>.</param>
/// <param name="from">First day, yyyy-MM-dd; empty for a table that is of no period.</param>
/// <param name="to">Last day.</param>
/// <param name="cancellation">Ends the reading.</param>
public delegate Task<byte[]?> ReadPublishedTable(string name, string from, string to, CancellationToken cancellation);

/// <summary>A published table's rows.</summary>
internal sealed class PublishedTable
{
    private PublishedTable(IReadOnlyList<PublishedRow> rows) => Rows = rows;

    public IReadOnlyList<PublishedRow> Rows { get; }

    /// <summary>Null where the bytes are not such a table.</summary>
    public static PublishedTable? Parse(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return new PublishedTable(document.RootElement.GetProperty("rows").EnumerateArray()
                .Select(row => new PublishedRow(row.EnumerateObject().ToDictionary(cell => cell.Name, cell => cell.Value.Clone())))
                .ToList());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}

/// <summary>One row: a value by the name of its column.</summary>
internal sealed class PublishedRow(IReadOnlyDictionary<string, JsonElement> cells)
{
    private const string Withheld = "withheld";

    public string Text(string column) =>
        cells.TryGetValue(column, out var cell) ? cell.ValueKind == JsonValueKind.String ? cell.GetString()! : cell.GetRawText() : "";

    /// <summary>Null where there is no number: withheld as a small one, or it does not apply.</summary>
    public long? Number(string column) =>
        cells.TryGetValue(column, out var cell) && cell.ValueKind == JsonValueKind.Number && cell.TryGetInt64(out var number) ? number : null;

    public bool IsWithheld(string column) =>
        cells.TryGetValue(column, out var cell) && cell.ValueKind == JsonValueKind.String && cell.GetString() == Withheld;
}
