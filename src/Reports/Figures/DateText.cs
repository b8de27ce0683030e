using System.Globalization;

namespace Transparency.Reports.Figures;

/// <summary>Days and times as pages and reports write them, in English.</summary>
public static class DateText
{
    /// <summary>"22 November 2026".</summary>
    public static string Long(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"22 Nov".</summary>
    public static string Short(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    /// <summary>"Sunday 22 November".</summary>
    public static string Weekday(DateOnly day) => day.ToString("dddd d MMMM", CultureInfo.InvariantCulture);

    /// <summary>"1 July to 30 September 2026"; the year is written twice only where it differs.</summary>
    public static string Range(DateOnly from, DateOnly to) => from.Year == to.Year
        ? $"{from.ToString("d MMMM", CultureInfo.InvariantCulture)} to {Long(to)}"
        : $"{Long(from)} to {Long(to)}";

    /// <summary>"22 November 2026, 14:05 PST". The offset in <paramref name="time"/> is taken as it is; <paramref name="zone"/> names it.</summary>
    public static string Instant(DateTimeOffset time, string zone) =>
        $"{time.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)} {zone}";
}
