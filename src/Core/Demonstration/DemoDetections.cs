using Transparency.Core.Database;
using Transparency.Core.Detections;

namespace Transparency.Core.Demonstration;

/// <summary>Writes the plates and the detections that are still stored.</summary>
internal static class DemoDetections
{
    public static async Task WriteAsync(WriteScope write, SqlDatabase database, IReadOnlyList<DemoPassing> stored, DemoPictures pictures)
    {
        var plates = stored
            .Select(passing => passing.Plate)
            .Distinct()
            .Select(plate => PlateText.TryParse(plate, out var text) ? text : throw new InvalidOperationException("A drawn plate is not one."))
            .ToList();
        var ids = await PlateStore.IdsAsync(database, write, plates, CancellationToken.None);
        var vehicles = await VehicleStore.IdsAsync(database, write, stored.Select(passing => passing.Vehicle.Description), CancellationToken.None);
        var rows = stored.Select(passing => Row(
            passing, ids[passing.Plate], pictures.Size(passing.Id.Value), passing.Camera.IsLive ? 0 : vehicles[passing.Vehicle.Description]));
        await new DetectionStore(database).AddAsync(write, rows, CancellationToken.None);
    }

    private static DetectionRow Row(DemoPassing passing, long plateId, int photoBytes, int vehicleId)
    {
        var vehicle = passing.Vehicle;
        var isSure = passing.Confidence >= 900;
        var other = vehicle.Plate == passing.Plate ? vehicle.Misread : vehicle.Plate;
        var share = passing.Confidence / 10;
        return new DetectionRow
        {
            Id = passing.Id.Value,
            PlateId = plateId,
            Camera = passing.Camera.Number,
            Colour = (int)vehicle.Colour,
            Confidence = passing.Confidence,

            // The state is not told where the read was unsure.
            State = isSure ? vehicle.State : null,
            Direction = (int)(passing.Camera.Number % 2 == 0 ? TravelDirection.Approaching : TravelDirection.Departing),
            PhotoBytes = photoBytes,
            Candidates = isSure ? "" : PlateCandidates.Write([new(passing.Plate, share), new(other, 100 - share)]),
            VehicleId = vehicleId,
        };
    }
}
