using System.Globalization;
using Transparency.Reports.Wording;

namespace Transparency.Reports.Figures;

/// <summary>Days and times as pages and reports write them, in the language of the page (English or Spanish).</summary>
public static class DateText
{
    /// <summary>"22 November 2026", "22 de noviembre de 2026".</summary>
    public static string Long(DateOnly day) => $"{DayAndMonth(day)}{Words.In(" ", " de ")}{Year(day)}";

    /// <summary>"22 Nov", "22 nov".</summary>
    public static string Short(DateOnly day) => $"{Number(day.Day)} {DayNames.ShortMonth(day)}";

    /// <summary>"Sunday 22 November", "domingo 22 de noviembre".</summary>
    public static string Weekday(DateOnly day) => $"{DayNames.Day(day.DayOfWeek)} {DayAndMonth(day)}";

    /// <summary>"November 2026", "noviembre de 2026".</summary>
    public static string Month(DateOnly day) => $"{DayNames.Month(day)}{Words.In(" ", " de ")}{Year(day)}";

    /// <summary>"1 July to 30 September 2026", "1 de julio a 30 de septiembre de 2026"; the year is written twice only where it differs.</summary>
    public static string Range(DateOnly from, DateOnly to) =>
        $"{(from.Year == to.Year ? DayAndMonth(from) : Long(from))} {Words.In("to", "a")} {Long(to)}";

    /// <summary>"22 November 2026, 14:05 PST". The offset in <paramref name="time"/> is taken as it is; <paramref name="zone"/> names it.</summary>
    public static string Instant(DateTimeOffset time, string zone) =>
        $"{Long(DateOnly.FromDateTime(time.DateTime))}, {time.ToString("HH:mm", CultureInfo.InvariantCulture)} {zone}";

    private static string DayAndMonth(DateOnly day) => $"{Number(day.Day)}{Words.In(" ", " de ")}{DayNames.Month(day)}";

    private static string Year(DateOnly day) => day.Year.ToString("0000", CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
