using System.Globalization;
using System.Text.Json;
using Transparency.Core.Agencies;
using Transparency.Core.Detections;
using Transparency.Core.Searches;

namespace Transparency.Portal.Staff.Searches;

/// <summary>The search form as it stands, half-filled or not. Times are the city's, as the browser's date fields write them.</summary>
public sealed class SearchDraft
{
    private const string Field = "yyyy-MM-ddTHH:mm";

    public string Plate { get; set; } = "";

    public bool LookAlikes { get; set; }

    public bool OneOff { get; set; }

    public string State { get; set; } = "";

    public VehicleColour Colour { get; set; }

    public string Make { get; set; } = "";

    public string Model { get; set; } = "";

    public VehicleType Type { get; set; }

    public HashSet<string> Areas { get; init; } = [];

    public string From { get; set; } = "";

    public string To { get; set; } = "";

    public string Purpose { get; set; } = "";

    public string CaseNumber { get; set; } = "";

    public string Warrant { get; set; } = "";

    public string Basis { get; set; } = "";

    /// <summary>Sets the window to the hours before now.</summary>
    public void Last(int hours, City city, DateTimeOffset now)
    {
        // The minute that has begun belongs to the window.
        From = StaffWords.Local(city, now.AddHours(-hours)).ToString(Field, CultureInfo.InvariantCulture);
        To = StaffWords.Local(city, now.AddMinutes(1)).ToString(Field, CultureInfo.InvariantCulture);
    }

    /// <summary>The form as it is kept; see <see cref="SearchDraftStore"/>.</summary>
    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>A form that was kept; null where it cannot be read any more.</summary>
    public static SearchDraft? Read(string? body)
    {
        try
        {
            return body is null ? null : JsonSerializer.Deserialize<SearchDraft>(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What the form asks. A time that cannot be read, or that the clock change left out, makes the window empty: it is refused.</summary>
    public SearchRequest ToRequest(City city)
    {
        var (from, to) = (Instant(From, city), Instant(To, city));
        return new SearchRequest
        {
            Plate = Plate.Trim(),
            LookAlikes = LookAlikes,
            OneOff = OneOff,
            Vehicle = ToVehicle(),
            From = from ?? DateTimeOffset.UnixEpoch,
            To = from is null || to is null ? DateTimeOffset.UnixEpoch : to.Value,
            Areas = [.. Areas],
            Purpose = Purpose,
            CaseNumber = CaseNumber.Trim(),
            Warrant = Warrant.Trim(),
            Basis = Basis,
        };
    }

    /// <summary>What the form asks of the vehicle beside its plate.</summary>
    public VehicleTraits ToVehicle() => new() { State = State, Colour = Colour, Make = Make, Model = Model, Type = Type };

    private static DateTimeOffset? Instant(string text, City city)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(city.TimeZone);
        return DateTime.TryParseExact(text, [Field, "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && !zone.IsInvalidTime(local)
            ? new DateTimeOffset(local, zone.GetUtcOffset(local))
            : null;
    }
}
