using System.Globalization;
using System.Text.Json;
using Transparency.Core.Cameras;
using Transparency.Core.Detections;

namespace Transparency.Portal.Api.Cameras;

/// <summary>
/// OpenALPR's and Rekor's JSON: <c>alpr_group</c> once for each vehicle, <c>alpr_results</c> for each frame, <c>heartbeat</c>, and
/// <c>alpr_alert</c>, which wraps a group.
/// </summary>
internal static class RekorFormat
{
    private const int MostResults = 20;
    private const int MostCandidates = 60;

    // A plate read in one frame has no vote behind it.
    private const double LeastOfOneFrame = 75;

    public static CameraMessage Read(ReadOnlyMemory<byte> body) => Fields.Read(body, message => Fields.NeededText(message, "data_type", 40) switch
    {
        "alpr_group" => Group(message),
        "alpr_alert" => Fields.Object(message, "group") is { } group ? Group(group) : throw new MessageException("\"group\" is missing."),
        "alpr_results" => Results(message),
        "heartbeat" => CameraMessage.SignOfLife,
        _ => throw new MessageException("\"data_type\" is not one that is understood."),
    });

    private static CameraMessage Group(JsonElement group)
    {
        var uuid = Fields.NeededText(group, "best_uuid", 100);
        var at = Fields.Epoch(group, "epoch_start");
        var confidence = Fields.NeededNumber(group, "best_confidence", 0, 100) / 100;
        var vehicle = Fields.Object(group, "vehicle");
        if (VendorWords.Plate(Fields.Text(group, "best_plate_number", 30)) is not { } plate)
        {
            return CameraMessage.SignOfLife;
        }

        return new(
        [
            new VendorRead
            {
                SourceId = uuid,
                CapturedAt = at,
                Plate = plate,
                Confidence = confidence,
                State = VendorWords.State(Fields.Text(group, "best_region", 20)),
                Colour = VendorWords.Colour(Best(vehicle, "color")),
                Candidates = Candidates(group),
                Vehicle = Vehicle(vehicle),
                Place = Place(group),
                Photograph = Fields.Bytes(group, "vehicle_crop_jpeg") is { } jpeg ? CameraJpeg.Clean(jpeg) : null,
            },
        ]);
    }

    private static CameraMessage Results(JsonElement message)
    {
        var uuid = Fields.NeededText(message, "uuid", 100);
        var at = Fields.Epoch(message, "epoch_time");
        var reads = new List<VendorRead>();
        foreach (var (index, result) in Fields.Objects(message, "results", MostResults).Index())
        {
            var confidence = Fields.NeededNumber(result, "confidence", 0, 100);
            if (confidence >= LeastOfOneFrame && VendorWords.Plate(Fields.Text(result, "plate", 30)) is { } plate)
            {
                reads.Add(new VendorRead
                {
                    SourceId = string.Create(CultureInfo.InvariantCulture, $"{uuid} {index}"),
                    CapturedAt = at,
                    Plate = plate,
                    Confidence = confidence / 100,
                    State = VendorWords.State(Fields.Text(result, "region", 20)),
                    Candidates = Candidates(result),
                    IsOneFrame = true,
                });
            }
        }

        return new(reads);
    }

    private static List<PlateCandidate> Candidates(JsonElement read) =>
        [.. from candidate in Fields.Objects(read, "candidates", MostCandidates)
            let confidence = Fields.Number(candidate, "confidence", 0, 100)
            let plate = VendorWords.Plate(Fields.Text(candidate, "plate", 30))
            where plate is not null && confidence is not null
            select new PlateCandidate(plate, (int)Math.Round(confidence.Value))];

    private static VehicleDescription Vehicle(JsonElement? vehicle)
    {
        var (make, model) = VendorWords.MakeAndModel(Best(vehicle, "make"), Best(vehicle, "make_model"));
        return new VehicleDescription(make, model, VendorWords.Type(Best(vehicle, "body_type"))).Stored();
    }

    // The lists are ordered by confidence; a guess of less than half is not told.
    private static string? Best(JsonElement? vehicle, string name) =>
        vehicle is { } element && Fields.Objects(element, name, 100) is [var first, ..] && Fields.Number(first, "confidence", 0, 100) >= 50
            ? Fields.Text(first, "name", 100)
            : null;

    private static GroundPlace? Place(JsonElement group) =>
        Fields.Number(group, "gps_latitude", -1000, 1000) is { } latitude && Fields.Number(group, "gps_longitude", -1000, 1000) is { } longitude
            ? GroundPlace.From(latitude, longitude)
            : null;
}
