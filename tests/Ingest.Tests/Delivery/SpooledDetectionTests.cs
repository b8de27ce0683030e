using FsCheck;
using FsCheck.Fluent;
using Transparency.Core.Detections;
using Transparency.Ingest.Delivery;

namespace Transparency.Ingest.Tests.Delivery;

public sealed class SpooledDetectionTests
{
    [Fact]
    public void What_is_written_is_read_back()
    {
        var detection = new NewDetection
        {
            Id = DetectionId.Create(new DateTimeOffset(2026, 11, 22, 20, 0, 0, TimeSpan.Zero), 3, 77),
            Plate = "8ABC123",
            Camera = 12,
            Confidence = .875,
            State = "CA",
            Colour = VehicleColour.Silver,
            Direction = TravelDirection.Departing,
            Candidates = [new("8ABG123", 12), new("BABC123", 3)],
            Vehicle = new VehicleDescription("Toyota", "Camry", VehicleType.Sedan),
            Photograph = [1, 2, 3],
        };

        var back = SpooledDetection.Read(SpooledDetection.Write(detection));

        Assert.Equal(detection with { Candidates = [], Photograph = null }, back with { Candidates = [], Photograph = null });
        Assert.Equal(detection.Candidates, back.Candidates);
        Assert.Equal(detection.Photograph, back.Photograph);
    }

    [Fact]
    public void Any_text_survives() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        {
            var valid = string.Concat(text.Get.Where(c => !char.IsSurrogate(c)));
            var detection = new NewDetection { Id = new DetectionId(1), Plate = valid, Camera = 1, Confidence = 1, Vehicle = new VehicleDescription(valid, valid, VehicleType.Bus) };
            return SpooledDetection.Read(SpooledDetection.Write(detection)) is var back && back.Plate == valid && back.Vehicle == detection.Vehicle;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Another_editions_bytes_are_refused() => Assert.Throws<InvalidDataException>(() => SpooledDetection.Read([99, 1, 2, 3]));
}
