using Transparency.Core.Agencies;
using Transparency.Core.Cameras;
using Transparency.Core.Detections;
using Transparency.Ingest.Delivery;
using Transparency.Ingest.Tracking;
using PlateCandidate = Transparency.Core.Detections.PlateCandidate;

namespace Transparency.Ingest.Worker;

/// <summary>Gives a vehicle its id and puts it into the spool; what the spool refuses is counted.</summary>
public sealed class DetectionWriter(Spool spool, RefusalLedger refusals, City city, IngestSettings settings, TimeProvider time)
{
    // Before this no camera of the city existed: a clock that was never set.
    private static readonly DateTimeOffset Earliest = new(2020, 1, 2, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether the last detection was refused for want of room.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Where a moving camera was at an instant; null for cameras that stand.</summary>
    public Func<DateTimeOffset, GroundPlace?>? PlaceAt { get; init; }

    /// <param name="camera">Its number.</param>
    /// <param name="vehicle">As tracked.</param>
    /// <param name="jpeg">The picture to keep, or null.</param>
    /// <returns>False when there was no room; then the refusal is counted.</returns>
    public async Task<bool> WriteAsync(int camera, PassingVehicle vehicle, byte[]? jpeg)
    {
        var seenAt = vehicle.CapturedAt < Earliest ? time.GetUtcNow() : vehicle.CapturedAt;
        var kept = await spool.AppendAsync(ordinal => SpooledDetection.Write(new NewDetection
        {
            // The spool's ordinals run on over restarts, so an id does not come twice even when the clock is set back.
            Id = DetectionId.Create(seenAt, settings.Node, (int)(ordinal % DetectionId.Sequences)),
            Plate = vehicle.Plate,
            Camera = camera,
            Confidence = vehicle.Confidence,
            State = vehicle.State,
            Colour = vehicle.Colour,
            Direction = vehicle.Direction,
            Candidates = [.. vehicle.Others.Select(other => new PlateCandidate(other.Text, (int)Math.Round(other.Share * 100)))],
            Place = PlaceAt?.Invoke(seenAt),
            Photograph = jpeg,
        }));
        if (!kept)
        {
            refusals.Add(city.DayOf(seenAt), camera);
        }

        IsFull = !kept;
        return kept;
    }
}
