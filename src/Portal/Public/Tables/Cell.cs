using System.Globalization;
using Transparency.Core.Agencies;
using Transparency.Reports.Figures;

namespace Transparency.Portal.Public.Tables;

/// <summary>One value of a public table, written for people on the page and for machines in the downloads.</summary>
/// <param name="Words">As the page shows it.</param>
/// <param name="Plain">As CSV carries it: no grouping, days as yyyy-MM-dd, nothing for "does not apply".</param>
/// <param name="Json">As JSON carries it: text, whole number, fraction or null.</param>
public sealed record Cell(string Words, string Plain, object? Json)
{
    /// <summary>Nothing to say: the column does not apply to this row.</summary>
    public static readonly Cell None = new("", "", null);

    /// <summary>Where the page links the words to; the downloads leave it out.</summary>
    public string? Address { get; init; }

    /// <summary>A day, a vote, a state: stays on one line where there is room.</summary>
    public bool IsShort { get; init; }

    public static Cell Text(string? text, string? address = null) =>
        string.IsNullOrEmpty(text) ? None : new Cell(text, Unspreadable(text), text) { Address = address };

    /// <summary>Words for people, a stable code for machines: "In force", <c>in-force</c>.</summary>
    public static Cell Code(string words, string code) => new(words, code, code) { IsShort = words.Length <= 12 };

    public static Cell Count(long? value) => value is not { } count
        ? None
        : new(NumberText.Count(count), count.ToString(CultureInfo.InvariantCulture), count);

    public static Cell Day(DateOnly? day) => day is not { } date
        ? None
        : new(DateText.Long(date), City.Text(date), City.Text(date)) { IsShort = true };

    /// <summary>A part of a whole as a percentage with one decimal; nothing when the whole is zero.</summary>
    public static Cell Share(long part, long whole) => whole == 0
        ? None
        : new(
            NumberText.Share(part, whole),
            Math.Round(100.0 * part / whole, 1).ToString("0.0", CultureInfo.InvariantCulture),
            Math.Round(100.0 * part / whole, 1));

    /// <summary>
    /// A count, or null where it was withheld as a small number. Not "fewer than": a larger count is withheld too where it would give
    /// a small one away.
    /// </summary>
    public static Cell Protected(long? count, string withheld) => count is null ? new(withheld, "withheld", "withheld") : Count(count);

    // A spreadsheet runs a cell that begins like a formula. Names typed by people are data, whatever they begin with.
    private static string Unspreadable(string text) => text[0] is '=' or '+' or '-' or '@' or '\t' ? "'" + text : text;
}
