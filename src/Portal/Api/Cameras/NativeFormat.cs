using System.Text.Json;
using Transparency.Core.Cameras;
using Transparency.Core.Detections;

namespace Transparency.Portal.Api.Cameras;

/// <summary>Our own JSON, described in <c>docs/camera-api.md</c>. A field that is not described there is an error.</summary>
internal static class NativeFormat
{
    public const int MostReads = 200;

    private static readonly HashSet<string> Known = ["version", "reads", "outages"];
    private static readonly HashSet<string> KnownOfRead =
    [
        "id", "at", "plate", "confidence", "state", "colour", "direction", "make", "model", "type", "candidates", "place", "photograph",
    ];

    public static CameraMessage Read(ReadOnlyMemory<byte> body) => Fields.Read(body, message =>
    {
        Refuse(message, Known);
        if (Fields.NeededNumber(message, "version", 1, 1) != 1)
        {
            throw new MessageException("\"version\" is not 1.");
        }

        return new([.. Fields.Objects(message, "reads", MostReads).Select(Read)]);
    });

    private static VendorRead Read(JsonElement read)
    {
        Refuse(read, KnownOfRead);
        return new VendorRead
        {
            SourceId = Fields.NeededText(read, "id", 64),
            CapturedAt = Fields.Time(Fields.NeededText(read, "at", 40), "at"),
            Plate = VendorWords.Plate(Fields.NeededText(read, "plate", 20)) ?? throw new MessageException("\"plate\" cannot be a plate."),
            Confidence = Fields.NeededNumber(read, "confidence", 0, 1),
            State = Word(read, "state", VendorWords.State),
            Colour = Word(read, "colour", VendorWords.Colour),
            Direction = Word(read, "direction", VendorWords.Direction),
            Vehicle = new VehicleDescription(
                Fields.Text(read, "make", 40) ?? "", Fields.Text(read, "model", 40) ?? "", Word(read, "type", VendorWords.Type)).Stored(),
            Candidates =
            [
                .. Fields.Objects(read, "candidates", 16).Select(candidate => new PlateCandidate(
                    VendorWords.Plate(Fields.NeededText(candidate, "plate", 20)) ?? throw new MessageException("A candidate cannot be a plate."),
                    (int)Math.Round(Fields.NeededNumber(candidate, "share", 0, 1) * 100))),
            ],
            Place = Fields.Object(read, "place") is { } place ? Place(place) : null,
            Photograph = Fields.Bytes(read, "photograph") is { } jpeg
                ? CameraJpeg.Clean(jpeg) ?? throw new MessageException("\"photograph\" is not a JPEG of a part of a frame.")
                : null,
        };
    }

    private static GroundPlace Place(JsonElement place) =>
        GroundPlace.From(Fields.NeededNumber(place, "latitude", -90, 90), Fields.NeededNumber(place, "longitude", -180, 180))
        ?? throw new MessageException("\"place\" is not a place.");

    // What is said must be understood; not saying it is allowed.
    private static T? Word<T>(JsonElement read, string name, Func<string?, T?> meaning) =>
        Fields.Text(read, name, 40) is not { } word ? default
        : meaning(word) is { } value && !EqualityComparer<T>.Default.Equals(value, default) ? value
        : throw new MessageException($"\"{name}\" is not one of the words for it.");

    private static void Refuse(JsonElement element, HashSet<string> known)
    {
        if (element.EnumerateObject().Any(property => !known.Contains(property.Name)))
        {
            throw new MessageException("The message has a field that is not described.");
        }
    }
}
