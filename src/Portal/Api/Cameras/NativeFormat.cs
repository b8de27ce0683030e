using System.Text.Json;
using Transparency.Core.Agencies;
using Transparency.Core.Cameras;
using Transparency.Core.Detections;

namespace Transparency.Portal.Api.Cameras;

/// <summary>Our own JSON, described in <c>docs/camera-api.md</c>. A field that is not described there is an error.</summary>
internal static class NativeFormat
{
    public const int MostReads = 200;

    private static readonly HashSet<string> Known = ["version", "reads", "outages", "refused"];
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

        return new([.. Fields.Objects(message, "reads", MostReads).Select(Read)])
        {
            Outages = [.. Fields.Objects(message, "outages", MostReads).Select(Outage)],
            Refused = [.. Fields.Objects(message, "refused", MostReads).Select(Refusal)],
        };
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

    private static (DateTimeOffset From, DateTimeOffset To, string Reason) Outage(JsonElement outage)
    {
        Refuse(outage, ["from", "to", "reason"]);
        var (from, to) = (Fields.Time(Fields.NeededText(outage, "from", 40), "from"), Fields.Time(Fields.NeededText(outage, "to", 40), "to"));
        var reason = Fields.NeededText(outage, "reason", 200);
        return from <= to && !reason.Any(char.IsControl) ? (from, to, reason) : throw new MessageException("An outage ends before it begins or has no plain reason.");
    }

    private static (DateOnly Day, long Count) Refusal(JsonElement refusal)
    {
        Refuse(refusal, ["day", "count"]);
        return City.TryDay(Fields.NeededText(refusal, "day", 10), out var day)
            ? (day, (long)Fields.NeededNumber(refusal, "count", 0, 1e9))
            : throw new MessageException("\"day\" is not a day.");
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
