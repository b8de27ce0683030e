using Transparency.Core.Detections;
using Transparency.Portal.Api.Cameras;

namespace Transparency.Portal.Tests.Api.Cameras;

public sealed class CameraFormatTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 20, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_Rekor_group_is_one_vehicle_with_what_the_camera_told_of_it()
    {
        var read = Assert.Single(Understood(RekorFormat.Read(CameraSamples.RekorGroup(At))));

        Assert.Equal(("8ABC123", "CA", At, .914), (read.Plate, read.State, read.CapturedAt, Math.Round(read.Confidence, 3)));
        Assert.Equal((VehicleColour.Silver, "Toyota Camry, sedan"), (read.Colour, read.Vehicle.Words));
        Assert.Equal([new("8ABC123", 91), new PlateCandidate("8A8C123", 71)], read.Candidates);
        Assert.NotNull(read.Photograph);
    }

    [Fact]
    public void A_Rekor_result_of_one_frame_counts_only_when_it_is_sure()
    {
        Assert.True(Assert.Single(Understood(RekorFormat.Read(CameraSamples.RekorResults(At, "u1", "8ABC123")))).IsOneFrame);
        Assert.Empty(Understood(RekorFormat.Read(CameraSamples.RekorResults(At, "u1", "8ABC123", confidence: 60))));
    }

    [Fact]
    public void A_heartbeat_is_a_sign_of_life() => Assert.Empty(Understood(RekorFormat.Read(CameraSamples.RekorHeartbeat)));

    [Fact]
    public void A_Hikvision_form_gives_the_plate_and_its_own_picture()
    {
        var read = Assert.Single(Understood(HikvisionFormat.Read(CameraSamples.Form, CameraSamples.HikvisionForm(At))));

        Assert.Equal(("8ABC123", .97, At, TravelDirection.Departing), (read.Plate, read.Confidence, read.CapturedAt, read.Direction));
        Assert.Equal((VehicleColour.White, VehicleType.Pickup, true), (read.Colour, read.Vehicle.Type, read.Photograph is not null));
    }

    [Fact]
    public void A_Hikvision_alert_about_something_else_is_a_sign_of_life() =>
        Assert.Empty(Understood(HikvisionFormat.Read("application/xml", CameraSamples.Hikvision(At, kind: "videoloss"))));

    [Theory]
    [InlineData("unknown")]
    [InlineData("Unknown")]
    [InlineData("noPlate")]
    public void What_a_camera_says_when_it_read_no_plate_does_not_become_one(string said)
    {
        Assert.Empty(Understood(HikvisionFormat.Read("application/xml", CameraSamples.Hikvision(At, said))));
        Assert.Empty(Understood(RekorFormat.Read(CameraSamples.RekorGroup(At, plate: said))));
        Assert.Empty(Understood(PlateRecognizerFormat.Read("application/json", CameraSamples.PlateRecognizer(At, said))));
    }

    [Fact]
    public void The_webhook_of_Plate_Recognizer_is_understood_alone_and_in_a_form()
    {
        var alone = Assert.Single(Understood(PlateRecognizerFormat.Read("application/json", CameraSamples.PlateRecognizer(At))));
        var form = CameraSamples.FormOf(("json", "application/json", CameraSamples.PlateRecognizer(At)), ("upload", "image/jpeg", CameraSamples.Jpeg));
        var inForm = Assert.Single(Understood(PlateRecognizerFormat.Read(CameraSamples.Form, form)));

        Assert.Equal(("8ABC123", "CA", VehicleColour.Blue, "Ford F-150, pickup"), (alone.Plate, alone.State, alone.Colour, alone.Vehicle.Words));
        Assert.Equal([new PlateCandidate("8A8C123", 41)], alone.Candidates);
        Assert.Equal((alone.SourceId, alone.Plate), (inForm.SourceId, inForm.Plate));
        Assert.Null(inForm.Photograph);
    }

    [Fact]
    public void Our_own_format_carries_place_and_photograph()
    {
        var more = $$""","place":{"latitude":36.61234,"longitude":-121.90001},"photograph":"{{Convert.ToBase64String(CameraSamples.Jpeg)}}" """;

        var read = Assert.Single(Understood(NativeFormat.Read(CameraSamples.Native(At, more: more))));

        Assert.Equal((3661234, -12190001), (read.Place!.Value.LatitudeE5, read.Place.Value.LongitudeE5));
        Assert.Equal(("Toyota Camry, sedan", TravelDirection.Departing, true), (read.Vehicle.Words, read.Direction, read.Photograph is not null));
    }

    [Theory]
    [InlineData("", "The message is not well-formed JSON.")]
    [InlineData("[]", "The message is not a JSON object.")]
    [InlineData("{\"version\":1,\"version\":1}", "The message is not well-formed JSON.")]
    [InlineData("{\"version\":2}", "\"version\" is out of bounds.")]
    [InlineData("{\"version\":1,\"cameras\":[]}", "The message has a field that is not described.")]
    [InlineData("{\"version\":1,\"reads\":[{\"id\":\"1\",\"at\":\"2026-11-22T12:00:00\"}]}", "\"at\" is not a time with a date and an offset from UTC.")]
    [InlineData("{\"version\":1,\"reads\":[{\"id\":\"1\",\"at\":\"2026-11-22T12:00:00Z\",\"plate\":\"<script>\",\"confidence\":2}]}", "\"confidence\" is out of bounds.")]
    [InlineData("{\"version\":1,\"reads\":[{\"id\":\"1\",\"at\":\"2026-11-22T12:00:00Z\",\"plate\":\"?\",\"confidence\":1}]}", "\"plate\" cannot be a plate.")]
    [InlineData("{\"version\":1,\"reads\":[{\"id\":\"\\ud800\"}]}", "The message is not well-formed JSON.")]
    public void What_is_not_our_format_is_refused_with_a_sentence(string message, string problem) =>
        Assert.Equal(problem, NativeFormat.Read(CameraSamples.Text(message)).Problem);

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><EventNotificationAlert><eventType>&x;</eventType></EventNotificationAlert>")]
    [InlineData("<EventNotificationAlert>")]
    [InlineData("<somethingElse/>")]
    [InlineData("")]
    public void XML_with_entities_or_without_an_end_is_refused(string xml) =>
        Assert.NotNull(HikvisionFormat.Read("application/xml", CameraSamples.Text(xml)).Problem);

    private static IReadOnlyList<VendorRead> Understood(CameraMessage message)
    {
        Assert.Null(message.Problem);
        return message.Reads;
    }
}
