using System.Globalization;
using Transparency.Core.Agencies;
using Transparency.Core.Searches;

namespace Transparency.Portal.Staff.Searches;

/// <summary>The search form as it stands, half-filled or not. Times are the city's, as the browser's date fields write them.</summary>
public sealed class SearchDraft
{
    private const string Field = "yyyy-MM-ddTHH:mm";

    public string Plate { get; set; } = "";

    public HashSet<string> Areas { get; } = [];

    public string From { get; set; } = "";

    public string To { get; set; } = "";

    public string Purpose { get; set; } = "";

    public string CaseNumber { get; set; } = "";

    public string Basis { get; set; } = "";

    /// <summary>Sets the window to the hours before now.</summary>
    public void Last(int hours, City city, DateTimeOffset now)
    {
        // The minute that has begun belongs to the window.
        From = StaffWords.Local(city, now.AddHours(-hours)).ToString(Field, CultureInfo.InvariantCulture);
        To = StaffWords.Local(city, now.AddMinutes(1)).ToString(Field, CultureInfo.InvariantCulture);
    }

    /// <summary>What the form asks. A time that cannot be read, or that the clock change left out, makes the window empty: it is refused.</summary>
    public SearchRequest ToRequest(City city)
    {
        var (from, to) = (Instant(From, city), Instant(To, city));
        return new SearchRequest
        {
            Plate = Plate.Trim(),
            From = from ?? DateTimeOffset.UnixEpoch,
            To = from is null || to is null ? DateTimeOffset.UnixEpoch : to.Value,
            Areas = [.. Areas],
            Purpose = Purpose,
            CaseNumber = CaseNumber.Trim(),
            Basis = Basis,
        };
    }

    private static DateTimeOffset? Instant(string text, City city)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(city.TimeZone);
        return DateTime.TryParseExact(text, [Field, "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && !zone.IsInvalidTime(local)
            ? new DateTimeOffset(local, zone.GetUtcOffset(local))
            : null;
    }
}
