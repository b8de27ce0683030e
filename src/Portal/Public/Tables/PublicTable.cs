namespace Transparency.Portal.Public.Tables;

/// <summary>
/// A table the public gets. The page, the CSV and the JSON are written from this one value, so they cannot differ.
/// </summary>
public sealed record PublicTable
{
    /// <summary>What the table shows, as its caption.</summary>
    public required string Title { get; init; }

    /// <summary>How it is made and what to keep in mind; the data dictionary beside the download.</summary>
    public string Note { get; init; } = "";

    /// <summary>First column: what the row is about; it heads the row.</summary>
    public required IReadOnlyList<PublicColumn> Columns { get; init; }

    /// <summary>One cell a column.</summary>
    public required IReadOnlyList<IReadOnlyList<Cell>> Rows { get; init; }

    /// <summary>Fragments that lead to single rows, one a row; empty where no row can be linked to.</summary>
    public IReadOnlyList<string> Anchors { get; init; } = [];

    public static PublicTable Of<TRow>(string title, IEnumerable<TRow> rows, params IReadOnlyList<PublicColumn<TRow>> columns) => new()
    {
        Title = title,
        Columns = [.. columns.Select(c => c.Column)],
        Rows = [.. rows.Select(row => (IReadOnlyList<Cell>)[.. columns.Select(c => c.Value(row))])],
    };
}

/// <summary>A column of a public table.</summary>
/// <param name="Name">Its name in downloads: lower case, words joined by underscores, kept for ever.</param>
/// <param name="Heading">Its heading on the page.</param>
/// <param name="Description">What a value means, for the data dictionary.</param>
/// <param name="IsNumber">Aligned to the right.</param>
public sealed record PublicColumn(string Name, string Heading, string Description, bool IsNumber = false);

/// <summary>A column and how its value is taken from a row.</summary>
public sealed record PublicColumn<TRow>(PublicColumn Column, Func<TRow, Cell> Value)
{
    public PublicColumn(string name, string heading, string description, Func<TRow, Cell> value, bool isNumber = false)
        : this(new PublicColumn(name, heading, description, isNumber), value)
    {
    }
}
