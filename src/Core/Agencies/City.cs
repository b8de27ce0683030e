using System.Globalization;

namespace Transparency.Core.Agencies;

/// <summary>The city that runs this system, and its calendar: every day in the database is a day of the city's time zone.</summary>
public sealed record City
{
    public required string Name { get; init; }

    public required string PoliceName { get; init; }

    /// <summary>The police department's row in <c>agencies</c>.</summary>
    public required string AgencyId { get; init; }

    /// <summary>IANA name, such as "America/Los_Angeles".</summary>
    public required string TimeZone { get; init; }

    /// <summary>First line of every checkpoint: the log's address without its scheme.</summary>
    public required string LogOrigin { get; init; }

    /// <summary>Shown as a banner on every page; never true in production.</summary>
    public required bool IsDemonstration { get; init; }

    public DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)).DateTime);

    /// <summary>The first instant of a day. Days with a clock change are 23 or 25 hours long.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(30);
        }

        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }

    /// <summary>How days are written in the database and in the log: yyyy-MM-dd.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads a day written by <see cref="Text"/>.</summary>
    public static bool TryDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
