using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Transparency.Core.Statistics;

namespace Transparency.Portal.Public.Periods;

/// <summary>A calendar quarter, written "2026Q3".</summary>
public readonly record struct Quarter(int Year, int Number)
{
    public Period Period
    {
        get
        {
            var from = new DateOnly(Year, (3 * Number) - 2, 1);
            return new(from, from.AddMonths(3).AddDays(-1));
        }
    }

    public Quarter Before => Number == 1 ? new(Year - 1, 4) : this with { Number = Number - 1 };

    public static Quarter Of(DateOnly day) => new(day.Year, (day.Month + 2) / 3);

    /// <summary>Accepts "2026Q3", "2026q3" and "2026-Q3".</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Quarter quarter)
    {
        quarter = default;
        var parts = text?.ToUpperInvariant().Replace("-", "", StringComparison.Ordinal).Split('Q');
        if (parts is not [{ Length: 4 } yearText, { Length: 1 } numberText]
            || !int.TryParse(yearText, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(numberText, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || year < 2000 || number is < 1 or > 4)
        {
            return false;
        }

        quarter = new(year, number);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year}Q{Number}");
}
