using Transparency.Core.Cameras;

namespace Transparency.Ingest.Mobile;

/// <summary>
/// Where the car was of late, so that a vehicle that was seen some seconds ago gets the place where it was seen. Only some minutes are
/// remembered, and nothing of it is kept. Thread-safe.
/// </summary>
public sealed class GpsTrack
{
    /// <summary>A position this old says nothing any more: the receiver is out, or the car is in a garage.</summary>
    public static readonly TimeSpan Oldest = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(3);

    private readonly Lock _gate = new();
    private readonly List<(DateTimeOffset At, GroundPlace Place)> _points = [];

    public void Add(DateTimeOffset at, GroundPlace place)
    {
        lock (_gate)
        {
            // A clock that was set back makes what came before worthless.
            _points.RemoveAll(point => point.At >= at || at - point.At > Memory);
            _points.Add((at, place));
        }
    }

    /// <summary>The place at an instant: between two positions in proportion, otherwise the nearest; null when none is near in time.</summary>
    public GroundPlace? At(DateTimeOffset instant)
    {
        lock (_gate)
        {
            var next = _points.FindIndex(point => point.At >= instant);
            if (next > 0 && _points[next].At - _points[next - 1].At <= Oldest)
            {
                return Between(_points[next - 1], _points[next], instant);
            }

            var nearest = _points.Count == 0 ? default : _points.MinBy(point => (point.At - instant).Duration());
            return _points.Count > 0 && (nearest.At - instant).Duration() <= Oldest ? nearest.Place : null;
        }
    }

    private static GroundPlace Between(
        (DateTimeOffset At, GroundPlace Place) before, (DateTimeOffset At, GroundPlace Place) after, DateTimeOffset instant)
    {
        var share = (instant - before.At) / (after.At - before.At);
        return GroundPlace.FromE5(
            before.Place.LatitudeE5 + (int)Math.Round(share * (after.Place.LatitudeE5 - before.Place.LatitudeE5)),
            before.Place.LongitudeE5 + (int)Math.Round(share * (after.Place.LongitudeE5 - before.Place.LongitudeE5)));
    }
}
