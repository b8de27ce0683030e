using Transparency.Ingest.Recognition;

namespace Transparency.Ingest.Tracking;

/// <summary>
/// Joins what was read in the frames of one camera into vehicles: one passing, one detection. It has no clock and no state outside
/// itself: the same frames give the same vehicles. Not thread-safe.
/// </summary>
public sealed class Tracker(TrackerSettings settings)
{
    private readonly FrameClock _clock = new();
    private readonly List<Track> _tracks = [];
    private readonly Recorded _recorded = new(settings);
    private TimeSpan _now;

    /// <summary>Tracks that ended with too few or too doubtful readings to be a detection.</summary>
    public long Dropped { get; private set; }

    /// <summary>Vehicles now in view, parked ones included.</summary>
    public int InView => _tracks.Count;

    /// <summary>Whether every vehicle in view is recorded already and standing still.</summary>
    public bool IsQuiet => _tracks.TrueForAll(track => track.IsRecorded && track.IsParked(_now, settings.ParkedAfter));

    /// <summary>Whether every vehicle in view is recorded or surely read: more readings would tell nothing new.</summary>
    public bool IsSure => _tracks.TrueForAll(track =>
        track.IsRecorded || (track.Vote.Count >= settings.EnoughReadings && track.Vote.Result.Confidence >= settings.EnoughConfidence));

    /// <summary>Takes in what was read in one frame; an empty list is news too.</summary>
    /// <param name="capturedAt">The frame's time; it may be earlier than that of the frame before.</param>
    /// <param name="width">Of the frame, in pixels.</param>
    /// <param name="height">Of the frame, in pixels.</param>
    /// <param name="sightings">The plates read in it.</param>
    /// <param name="cut">Cuts the picture of a vehicle out of this frame; called at once and seldom.</param>
    /// <returns>The vehicles that are complete now.</returns>
    public IReadOnlyList<PassingVehicle> Observe(
        DateTimeOffset capturedAt, int width, int height, IReadOnlyList<PlateSighting> sightings, Func<PlateBox, VehiclePicture?> cut)
    {
        _now = _clock.Advance(capturedAt);
        var open = Enumerable.Range(0, sightings.Count).ToHashSet();
        foreach (var (track, index) in Matching.Pair(_tracks, sightings, _now).ToList())
        {
            track.Add(_now, capturedAt, sightings[index], cut);
            open.Remove(index);
        }

        foreach (var index in open)
        {
            var track = new Track(_now, sightings[index].Box);
            track.Add(_now, capturedAt, sightings[index], cut);
            _tracks.Add(track);
        }

        return Collect(track => HasLeft(track, width, height));
    }

    /// <summary>Ends every track: the feed was interrupted, or nothing follows. Parked vehicles are remembered.</summary>
    public IReadOnlyList<PassingVehicle> Flush() => Collect(_ => true);

    private bool HasLeft(Track track, int width, int height)
    {
        var unseen = _now - track.LastSeen;
        if (track.IsParked(track.LastSeen, settings.ParkedAfter))
        {
            return unseen > settings.ParkedGap;
        }

        var ahead = track.At(_now);
        var isOutside = ahead.X < 0 || ahead.Y < 0 || ahead.Right > width || ahead.Bottom > height;
        return unseen > (isOutside ? settings.GapAtTheEdge : settings.Gap);
    }

    private List<PassingVehicle> Collect(Func<Track, bool> hasLeft)
    {
        var vehicles = new List<PassingVehicle>();
        for (var i = _tracks.Count - 1; i >= 0; i--)
        {
            var track = _tracks[i];
            var left = hasLeft(track);
            if (!track.IsRecorded && (left || _now - track.FirstSeen >= settings.RecordAfter) && Record(track, left) is { } vehicle)
            {
                vehicles.Add(vehicle);
            }

            if (track.IsRecorded)
            {
                _recorded.Seen(track, _now);
            }

            if (left)
            {
                _tracks.RemoveAt(i);
            }
        }

        vehicles.Reverse();
        return vehicles;
    }

    private PassingVehicle? Record(Track track, bool left)
    {
        var vote = track.Vote.Result;
        if (track.Vote.Count < settings.FewestReadings || vote.Confidence < settings.LeastConfidence)
        {
            Dropped += left ? 1 : 0;
            return null;
        }

        track.IsRecorded = true;
        if (_recorded.IsSamePassing(track, vote.Text, _now))
        {
            track.DropPicture();
            return null;
        }

        var vehicle = new PassingVehicle
        {
            Plate = vote.Text,
            Confidence = vote.Confidence,
            Others = vote.Others,
            State = track.State,
            Colour = track.Colour,
            Direction = track.Direction,
            CapturedAt = track.BestAt,
            Readings = track.Vote.Count,
            Picture = track.BestPicture,
        };
        track.DropPicture();
        return vehicle;
    }
}
