using Transparency.Ingest.Recognition;

namespace Transparency.Ingest.Tracking;

/// <summary>
/// Plates recorded a short while ago, so that a vehicle that was hidden for a moment is not recorded twice. Plates are forgotten as
/// soon as they no longer serve that purpose.
/// </summary>
internal sealed class Recorded(TrackerSettings settings)
{
    // A reading by so few frames may differ by a character from what the same vehicle read before.
    private const int Few = 4;

    private readonly List<Entry> _entries = [];

    /// <summary>A recorded track is still in view.</summary>
    public void Seen(Track track, TimeSpan now)
    {
        _entries.RemoveAll(entry => entry.Track == track || now - entry.Last > (entry.Parked ? settings.ParkedGap : settings.SamePassing));
        var isParked = track.IsParked(track.LastSeen, settings.ParkedAfter);
        _entries.Add(new Entry(track, track.Vote.Result.Text, track.Last, track.LastSeen, isParked));
    }

    /// <summary>Whether a new track is a vehicle that was recorded a moment ago, or the parked one in the same place.</summary>
    public bool IsSamePassing(Track track, string plate, TimeSpan now) =>
        _entries.Exists(entry =>
            entry.Track != track
            && IsStillThere(entry, track, now)
            && TextAlignment.Distance(entry.Plate, plate) <= Tolerance(entry, track));

    private bool IsStillThere(Entry entry, Track track, TimeSpan now) =>
        entry.Parked && entry.Place.DistanceTo(track.Last) < 1
            ? now - entry.Last <= settings.ParkedGap
            : track.FirstSeen - entry.Last <= settings.SamePassing;

    // Two tracks in view at once that differ by a character are two vehicles.
    private static int Tolerance(Entry entry, Track track) =>
        track.FirstSeen > entry.Last && Math.Min(track.Vote.Count, entry.Track.Vote.Count) < Few ? 1 : 0;

    private sealed record Entry(Track Track, string Plate, PlateBox Place, TimeSpan Last, bool Parked);
}
