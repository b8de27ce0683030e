namespace Transparency.Core.HotLists.Import;

/// <summary>
/// How a source's file is read: separated or by fixed columns, and where in a line each value stands. Kept with the list as JSON, so a
/// field added later needs a default.
/// </summary>
public sealed record HotListMapping
{
    /// <summary>What separates the values of a line; empty for columns of fixed width.</summary>
    public string Separator { get; init; } = ",";

    /// <summary>Whether the first line names the columns.</summary>
    public bool HasHeader { get; init; } = true;

    public required HotListColumn Plate { get; init; }

    public HotListColumn? State { get; init; }

    public HotListColumn? Reason { get; init; }

    /// <summary>The source's code for what the entry is about.</summary>
    public HotListColumn? Type { get; init; }

    /// <summary>The last day of the entry, yyyy-MM-dd, yyyyMMdd or MM/dd/yyyy.</summary>
    public HotListColumn? Expires { get; init; }

    /// <summary>Only rows of these types are taken; empty for all.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Rows of these types are left out.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Null, or what is wrong with it.</summary>
    public string? Problem()
    {
        if (Separator.Length > 1)
        {
            return "Values are separated by one character, such as a comma, a semicolon or a tab.";
        }

        HotListColumn?[] columns = [Plate, State, Reason, Type, Expires];
        return columns.OfType<HotListColumn>().All(column => column.IsValid(Separator.Length == 0))
            ? null
            : Separator.Length == 0
                ? "Each fixed column needs the number of its first character, from 1, and its width."
                : "Each column needs its number, from 1.";
    }
}

/// <summary>Where a value stands in a line.</summary>
/// <param name="At">The column's number from 1; in files of fixed width, its first character from 1.</param>
/// <param name="Width">Characters; only in files of fixed width.</param>
public sealed record HotListColumn(int At, int Width = 0)
{
    internal bool IsValid(bool fixedWidth) => At is >= 1 and <= 10_000 && (!fixedWidth || Width is >= 1 and <= 10_000);
}
