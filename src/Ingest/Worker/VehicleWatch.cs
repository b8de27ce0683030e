using Transparency.Ingest.Recognition;
using Transparency.Ingest.Tracking;

namespace Transparency.Ingest.Worker;

/// <summary>
/// The frames of one camera in, the vehicles that passed out: which frames are searched, and how what is read in them is joined. Used
/// by one thread at a time.
/// </summary>
public sealed class VehicleWatch(TrackerSettings tracking, bool isLive, int framesPerSecond)
{
    // A parked car's plate is looked at now and then, so that its leaving is noticed.
    private static readonly TimeSpan QuietLook = TimeSpan.FromSeconds(5);

    private readonly Tracker _tracker = new(tracking);
    private readonly MotionGate _motion = new();
    private readonly TimeSpan _shortest = TimeSpan.FromSeconds(.95 / framesPerSecond);
    private DateTimeOffset _lastSearch;
    private DateTimeOffset _news;
    private bool _moved;

    /// <summary>Frames that were searched for plates.</summary>
    public long Searched { get; private set; }

    /// <summary>Takes the next frame; returns the vehicles that are complete with it.</summary>
    /// <param name="frame">Not kept.</param>
    /// <param name="read">Finds and reads the plates of a frame.</param>
    public async Task<IReadOnlyList<PassingVehicle>> TakeAsync(Frame frame, Func<Frame, Task<IReadOnlyList<PlateRead>>> read)
    {
        if (!IsWorthSearching(frame))
        {
            return [];
        }

        _lastSearch = frame.CapturedAt;
        Searched++;
        var reads = await read(frame);
        _news = reads.Count > 0 ? frame.CapturedAt : _news;
        var sightings = reads.Where(found => found.Plate.Length > 0).Select(found => new PlateSighting
        {
            Text = found.Plate,
            Confidence = (float)found.Confidence,
            State = found.State,
            Colour = found.Colour,
            Box = found.Box,
            Sharpness = Sharpness.Of(frame, found.Box),
        });
        return _tracker.Observe(frame.CapturedAt, frame.Width, frame.Height, [.. sightings], box => VehiclePicture.Cut(frame, box));
    }

    /// <summary>Ends what is in view: the feed was interrupted, or nothing follows.</summary>
    public IReadOnlyList<PassingVehicle> Flush() => _tracker.Flush();

    private bool IsWorthSearching(Frame frame)
    {
        var moves = _motion.Moves(frame);
        _news = moves && !_moved ? frame.CapturedAt : _news;
        _moved = moves;
        var since = (frame.CapturedAt - _lastSearch).Duration();
        if (!isLive)
        {
            return moves || _tracker.InView > 0;
        }

        var sight = _tracker.InView == 0 ? InSight.Motion : _tracker.IsSure ? InSight.Sure : InSight.Unsure;
        return (moves || !_tracker.IsQuiet || (_tracker.InView > 0 && since > QuietLook))
            && since >= SearchPace.Interval(sight, (frame.CapturedAt - _news).Duration(), _shortest);
    }
}
