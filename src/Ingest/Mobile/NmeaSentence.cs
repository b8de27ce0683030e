using System.Globalization;
using Transparency.Core.Cameras;

namespace Transparency.Ingest.Mobile;

/// <summary>A position as a GPS receiver told it.</summary>
/// <param name="Place">Where.</param>
/// <param name="At">When, as the satellites' clock has it; null where the message does not say.</param>
public readonly record struct Fix(GroundPlace Place, DateTimeOffset? At);

/// <summary>
/// Reads the two NMEA 0183 sentences that carry a position, RMC and GGA, of any satellite system. Everything else, a sentence whose
/// checksum is wrong and one that says it has no position give nothing.
/// </summary>
public static class NmeaSentence
{
    private const int Longest = 120;

    public static Fix? Read(string line)
    {
        var sentence = line.Trim();
        var star = sentence.LastIndexOf('*');
        if (sentence.Length is < 12 or > Longest || sentence[0] != '$' || star != sentence.Length - 3 || !IsWhole(sentence, star))
        {
            return null;
        }

        var fields = sentence[1..star].Split(',');
        return fields switch
        {
            [{ Length: 5 } kind, var time, "A", var latitude, var north, var longitude, var east, _, _, var date, ..]
                when kind.EndsWith("RMC", StringComparison.Ordinal) => Of(latitude, north, longitude, east, Time(date, time)),
            [{ Length: 5 } kind, _, var latitude, var north, var longitude, var east, not ("0" or ""), ..]
                when kind.EndsWith("GGA", StringComparison.Ordinal) => Of(latitude, north, longitude, east, null),
            _ => null,
        };
    }

    // Exclusive or of everything between the dollar and the star.
    private static bool IsWhole(string sentence, int star)
    {
        var sum = 0;
        for (var i = 1; i < star; i++)
        {
            sum ^= sentence[i];
        }

        return byte.TryParse(sentence.AsSpan(star + 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var told) && told == sum;
    }

    private static Fix? Of(string latitude, string north, string longitude, string east, DateTimeOffset? at) =>
        Degrees(latitude, 2) is { } y && Degrees(longitude, 3) is { } x && north is "N" or "S" && east is "E" or "W"
        && GroundPlace.From(north == "S" ? -y : y, east == "W" ? -x : x) is { } place
            ? new Fix(place, at)
            : null;

    // Degrees in so many digits, then minutes: 3636.7404 is 36 degrees and 36.7404 minutes.
    private static double? Degrees(string text, int digits) =>
        text.Length > digits
        && int.TryParse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var degrees)
        && double.TryParse(text.AsSpan(digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var minutes)
        && minutes < 60
            ? degrees + (minutes / 60)
            : null;

    private static DateTimeOffset? Time(string date, string time) =>
        time.Length >= 6 && DateTimeOffset.TryParseExact(
            $"{date} {time[..6]}", "ddMMyy HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? at
            : null;
}
