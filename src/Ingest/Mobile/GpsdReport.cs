using System.Text.Json;
using Transparency.Core.Cameras;

namespace Transparency.Ingest.Mobile;

/// <summary>Reads gpsd's JSON: a report of class TPV with a two- or three-dimensional fix. Everything else gives nothing.</summary>
public static class GpsdReport
{
    private const int TwoDimensions = 2;

    public static Fix? Read(string line)
    {
        try
        {
            var report = JsonSerializer.Deserialize<Tpv>(line, JsonSerializerOptions.Web);
            return report is { Class: "TPV", Mode: >= TwoDimensions, Lat: { } latitude, Lon: { } longitude } && GroundPlace.From(latitude, longitude) is { } place
                ? new Fix(place, report.Time)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Tpv(string? Class, int Mode, double? Lat, double? Lon, DateTimeOffset? Time);
}
