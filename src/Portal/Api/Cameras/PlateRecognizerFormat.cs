using System.Globalization;
using System.Text.Json;
using Transparency.Core.Detections;

namespace Transparency.Portal.Api.Cameras;

/// <summary>
/// Plate Recognizer Stream's webhook: JSON, alone or as the part <c>json</c> of a form. The picture beside it shows the whole frame and
/// is not kept.
/// </summary>
internal static class PlateRecognizerFormat
{
    private const int MostResults = 50;

    public static CameraMessage Read(string contentType, ReadOnlyMemory<byte> body)
    {
        if (!FormParts.IsForm(contentType))
        {
            return Fields.Read(body, Hook);
        }

        return FormParts.Read(contentType, body) is not { } parts ? new([], "The form is not well-formed.")
            : parts.FirstOrDefault(part => part.Name == "json") is { } json ? Fields.Read(json.Bytes, Hook)
            : new([], "The form has no part \"json\".");
    }

    private static CameraMessage Hook(JsonElement message)
    {
        var data = Fields.Object(message, "data") ?? throw new MessageException("\"data\" is missing.");
        var at = Fields.Time(Fields.NeededText(data, "timestamp", 40), "timestamp");
        var file = Fields.Text(data, "filename", 300) ?? "";
        var reads = new List<VendorRead>();
        foreach (var (index, result) in Fields.Objects(data, "results", MostResults).Index())
        {
            var score = Fields.NeededNumber(result, "score", 0, 1);
            if (VendorWords.Plate(Fields.Text(result, "plate", 30)) is { } plate)
            {
                reads.Add(Read(result, plate, score, at, string.Create(CultureInfo.InvariantCulture, $"{file} {index} {plate}")));
            }
        }

        return new(reads);
    }

    private static VendorRead Read(JsonElement result, string plate, double score, DateTimeOffset at, string id)
    {
        var region = Fields.Object(result, "region");
        var vehicle = Fields.Object(result, "vehicle");
        var kind = Fields.Objects(result, "model_make", 100) is [var best, ..] ? best : (JsonElement?)null;
        var (make, model) = VendorWords.MakeAndModel(
            kind is { } named ? Fields.Text(named, "make", 100) : null, kind is { } also ? Fields.Text(also, "model", 100) : null);
        return new VendorRead
        {
            SourceId = id,
            CapturedAt = at,
            Plate = plate,
            Confidence = score,
            State = region is { } place ? VendorWords.State(Fields.Text(place, "code", 20)) : null,
            Colour = Fields.Objects(result, "color", 100) is [var colour, ..] ? VendorWords.Colour(Fields.Text(colour, "color", 40)) : VehicleColour.NotTold,
            Candidates = Candidates(result, plate),
            Vehicle = new VehicleDescription(make, model, VendorWords.Type(vehicle is { } body ? Fields.Text(body, "type", 40) : null)).Stored(),
        };
    }

    private static List<PlateCandidate> Candidates(JsonElement result, string plate) =>
        [.. from candidate in Fields.Objects(result, "candidates", 60)
            let score = Fields.Number(candidate, "score", 0, 1)
            let text = VendorWords.Plate(Fields.Text(candidate, "plate", 30))
            where text is not null && text != plate && score is not null
            select new PlateCandidate(text, (int)Math.Round(score.Value * 100))];
}
