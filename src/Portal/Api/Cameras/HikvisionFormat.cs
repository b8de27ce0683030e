using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Transparency.Core.Detections;

namespace Transparency.Portal.Api.Cameras;

/// <summary>
/// Hikvision ISAPI: the alert <c>EventNotificationAlert</c> (anpr.xml) alone or in a form with pictures. Of the pictures only the plate's
/// own is kept; the others show the whole frame. Alerts about anything else are signs of life.
/// </summary>
internal static class HikvisionFormat
{
    private const int LongestXml = 256 * 1024;
    private const int LongestText = 200;

    private static readonly XmlReaderSettings Strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LongestXml,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static CameraMessage Read(string contentType, ReadOnlyMemory<byte> body)
    {
        if (!FormParts.IsForm(contentType))
        {
            return Alert(body.ToArray(), []);
        }

        if (FormParts.Read(contentType, body) is not { } parts)
        {
            return new([], "The form is not well-formed.");
        }

        return parts.FirstOrDefault(part => IsCalled(part, ".xml")) is { } xml ? Alert(xml.Bytes, parts) : new([], "The form has no anpr.xml.");
    }

    private static CameraMessage Alert(byte[] xml, IReadOnlyList<FormPart> parts)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(xml), Strict);
            var alert = XDocument.Load(reader).Root!;
            return alert.Name.LocalName != "EventNotificationAlert" ? throw new MessageException("The XML is not an EventNotificationAlert.")
                : string.Equals(Text(alert, "eventType"), "ANPR", StringComparison.OrdinalIgnoreCase) ? Plate(alert, parts)
                : CameraMessage.SignOfLife;
        }
        catch (MessageException e)
        {
            return new([], e.Message);
        }
        catch (Exception e) when (e is XmlException or IOException or ArgumentException)
        {
            // A byte that the declared encoding does not have is an ArgumentException at times.
            return new([], "The message is not well-formed XML.");
        }
    }

    private static CameraMessage Plate(XElement alert, IReadOnlyList<FormPart> parts)
    {
        var anpr = Child(alert, "ANPR") ?? throw new MessageException("ANPR is missing.");
        var time = Text(alert, "dateTime") ?? throw new MessageException("dateTime is missing.");
        var at = Fields.Time(time, "dateTime");
        var confidence = Text(anpr, "confidenceLevel") is not { } level ? .5
            : double.TryParse(level, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 100 ? share / 100
            : throw new MessageException("confidenceLevel is not a number from 0 to 100.");
        if (VendorWords.Plate(Text(anpr, "licensePlate")) is not { } plate)
        {
            return CameraMessage.SignOfLife;
        }

        var vehicle = Child(anpr, "vehicleInfo");
        var picture = parts.FirstOrDefault(part => IsCalled(part, "licensePlatePicture.jpg"));
        return new(
        [
            new VendorRead
            {
                SourceId = Text(alert, "UUID") ?? Text(alert, "uuid") ?? $"{Text(alert, "macAddress")} {Text(alert, "channelID")} {time} {Text(anpr, "line")} {plate}",
                CapturedAt = at,
                Plate = plate,
                Confidence = confidence,
                State = VendorWords.State(Text(anpr, "region") ?? Text(anpr, "area")),
                Direction = VendorWords.Direction(Text(anpr, "direction")),
                Colour = VendorWords.Colour(vehicle is null ? null : Text(vehicle, "color")),
                Vehicle = new VehicleDescription("", "", VendorWords.Type(Text(anpr, "vehicleType"))),
                Photograph = picture is null ? null : CameraJpeg.Clean(picture.Bytes),
            },
        ]);
    }

    // The namespace differs from edition to edition (isapi.org, hikvision.com, ver10, ver20); the names do not.
    private static XElement? Child(XElement parent, string name)
    {
        var children = parent.Elements().Where(element => element.Name.LocalName == name).Take(2).ToList();
        return children.Count <= 1 ? children.FirstOrDefault() : throw new MessageException($"{name} is there twice.");
    }

    private static string? Text(XElement parent, string name)
    {
        if (Child(parent, name) is not { } element)
        {
            return null;
        }

        var text = element.HasElements ? throw new MessageException($"{name} is not a text.") : element.Value.Trim();
        return text.Length == 0 ? null : text.Length <= LongestText ? text : throw new MessageException($"{name} is too long.");
    }

    private static bool IsCalled(FormPart part, string ending) =>
        part.FileName.EndsWith(ending, StringComparison.OrdinalIgnoreCase) || part.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
