using System.Globalization;
using Transparency.Reports.Wording;

namespace Transparency.Reports.Figures;

/// <summary>Numbers as pages and reports write them. Always invariant: grouping comma, decimal point, whatever the server's language.</summary>
public static class NumberText
{
    /// <summary>"12,345".</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Part of a whole with one decimal, "4.2 %". A whole of zero has no share: "none".</summary>
    public static string Share(long part, long whole) =>
        whole == 0 ? Words.In("none", "ninguno") : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.0} %");

    /// <summary>Label of an axis tick: whole counts below a million, "1.2 million" from there.</summary>
    public static string Tick(double value) => value switch
    {
        >= 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{value / 1_000_000:0.##} {Million(value)}"),
        _ => value.ToString("#,0.##", CultureInfo.InvariantCulture),
    };

    private static string Million(double value) => Words.In("million", value == 1_000_000 ? "millón" : "millones");

    /// <summary>A coordinate for SVG: at most two decimals, never an exponent or a comma.</summary>
    public static string Coordinate(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>"1 camera", "12 cameras".</summary>
    public static string Counted(long value, string one, string many) => $"{Count(value)} {(value == 1 ? one : many)}";
}
