using System.Globalization;
using Transparency.Core.Agencies;
using Transparency.Reports.Figures;

namespace Transparency.Portal.Public.Parts;

/// <summary>Instants as people of the city read them: "22 November 2026, 14:05 PST".</summary>
public static class CityTime
{
    /// <summary>The same instant on the city's clocks.</summary>
    public static DateTimeOffset Local(City city, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(city.TimeZone));

    public static string Words(City city, DateTimeOffset instant) => DateText.Instant(Local(city, instant), ZoneName(city, instant));

    /// <summary>
    /// "PST" or "PDT" where the zone's English name is of the kind "Pacific Standard Time"; otherwise the distance from universal time,
    /// "UTC+01:00". Systems without English zone names get the latter.
    /// </summary>
    public static string ZoneName(City city, DateTimeOffset instant)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(city.TimeZone);
        var name = zone.IsDaylightSavingTime(instant) ? zone.DaylightName : zone.StandardName;
        var words = name.Split(' ');
        if (words is [_, "Standard" or "Daylight", "Time"])
        {
            return string.Concat(words.Select(w => w[0]));
        }

        var offset = zone.GetUtcOffset(instant);
        return name.Length is 3 or 4 && name.All(char.IsAsciiLetterUpper)
            ? name
            : string.Create(CultureInfo.InvariantCulture, $"UTC{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}");
    }
}
