using System.Globalization;
using Transparency.Core.Agencies;
using Transparency.Reports.Figures;

namespace Transparency.Portal.Staff;

/// <summary>How staff pages write days, instants and shares.</summary>
internal static class StaffWords
{
    /// <summary>"22 November 2026" for "2026-11-22".</summary>
    public static string Day(string day) => DateText.Long(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static DateTimeOffset Local(City city, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(city.TimeZone));

    /// <summary>"22 November 2026, 14:05".</summary>
    public static string Minute(City city, DateTimeOffset instant) =>
        Local(city, instant).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"22 Nov 14:05:09": in tables, whose caption names the time zone.</summary>
    public static string Second(City city, DateTimeOffset instant) =>
        Local(city, instant).ToString("d MMM HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Minute(City city, long ms) => Minute(city, DateTimeOffset.FromUnixTimeMilliseconds(ms));

    /// <summary>"97 %".</summary>
    public static string Share(double share) => $"{Math.Floor(share * 100).ToString(CultureInfo.InvariantCulture)} %";
}
