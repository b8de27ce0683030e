using System.Globalization;
using System.Text.Json;
using Transparency.Core.Agencies;
using Transparency.Core.Detections;
using Transparency.Ingest.Delivery;

namespace Transparency.Ingest.Mobile;

/// <summary>What a car has to tell, in the format of <c>docs/camera-api.md</c>.</summary>
internal static class NativeMessage
{
    public static byte[] Write(
        IEnumerable<NewDetection> detections, IEnumerable<SpooledOutage> outages, IEnumerable<SpoolRefusal> refused) =>
        JsonSerializer.SerializeToUtf8Bytes(new
        {
            version = 1,
            reads = detections.Select(Read),
            outages = outages.Select(outage => new { from = Time(outage.From), to = Time(outage.To), reason = outage.Reason }),
            refused = refused.Select(refusal => new { day = City.Text(refusal.Day), count = refusal.Count }),
        });

    private static object Read(NewDetection detection) => new
    {
        id = detection.Id.ToString(),
        at = Time(detection.Id.CapturedAt),
        plate = detection.Plate,
        confidence = Math.Clamp(detection.Confidence, 0, 1),
        state = detection.State,
        colour = detection.Colour == VehicleColour.NotTold ? null : detection.Colour.ToString().ToLowerInvariant(),
        direction = detection.Direction == TravelDirection.NotTold ? null : detection.Direction.ToString().ToLowerInvariant(),
        candidates = detection.Candidates.Take(8).Where(candidate => PlateText.TryParse(candidate.Text, out _))
            .Select(candidate => new { plate = candidate.Text, share = Math.Clamp(candidate.Share, 0, 100) / 100.0 }),
        place = detection.Place is { } place ? new { latitude = place.Latitude, longitude = place.Longitude } : null,
        photograph = detection.Photograph is { } jpeg ? Convert.ToBase64String(jpeg) : null,
    };

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
