namespace Transparency.Ingest.Tracking;

/// <summary>Which sighting of a frame continues which track.</summary>
internal static class Matching
{
    private const float MostGrowth = 1.7f;

    /// <summary>
    /// Pairs of track and sighting, each used once, the most convincing first. What belongs together is close to where the track was
    /// heading and reads alike: the more alike, the further away it may be.
    /// </summary>
    public static IEnumerable<(Track Track, int Sighting)> Pair(
        IReadOnlyList<Track> tracks, IReadOnlyList<PlateSighting> sightings, TimeSpan now)
    {
        var pairs = from track in tracks
                    from index in Enumerable.Range(0, sightings.Count)
                    let score = Score(track, sightings[index], now)
                    where score > 0
                    orderby score descending
                    select (track, index);
        var (usedTracks, usedSightings) = (new HashSet<Track>(), new HashSet<int>());
        foreach (var (track, index) in pairs)
        {
            if (!usedTracks.Contains(track) && !usedSightings.Contains(index))
            {
                usedTracks.Add(track);
                usedSightings.Add(index);
                yield return (track, index);
            }
        }
    }

    /// <summary>Above 0 where the sighting may continue the track.</summary>
    private static double Score(Track track, PlateSighting sighting, TimeSpan now)
    {
        var vote = track.Vote.Result;
        var alike = TextAlignment.Similarity(vote.Text, sighting.Text);
        var missed = (float)(now - track.LastSeen).TotalSeconds;
        if (sighting.Box.ScaleTo(track.Last) > MostGrowth + missed)
        {
            return 0;
        }

        // Two sure readings that have little in common are two vehicles, however close.
        if (alike < .45 && vote.Confidence > .7 && sighting.Confidence > .7)
        {
            return 0;
        }

        var reach = (alike, track.HasSpeed) switch
        {
            ( >= .7, true) => 3 + (4 * missed),
            ( >= .7, false) => 12,
            ( >= .4, _) => 1.2f + missed,
            _ => .6f,
        };
        var distance = MathF.Min(sighting.Box.DistanceTo(track.At(now)), sighting.Box.DistanceTo(track.Last) + .2f);
        return distance > reach ? 0 : (2 * alike) + 1 - (distance / reach);
    }
}
