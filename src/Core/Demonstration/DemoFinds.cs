using Transparency.Core.Detections;
using Transparency.Core.Searches;

namespace Transparency.Core.Demonstration;

/// <summary>
/// What a search of the demonstration found: the stored detections where they reach that far, otherwise a believable number of detections
/// that have been purged since.
/// </summary>
internal sealed class DemoFinds(DemoScene scene, DemoHistory history, DemoPictures pictures)
{
    private readonly IReadOnlyList<DemoPassing> _stored = history.Stored;

    private readonly ILookup<string, DemoPassing> _byPlate = history.Stored.Reverse().ToLookup(passing => passing.Plate);

    private DateTimeOffset FirstStored => scene.Calendar.StartOf(history.FirstStoredDay);

    /// <summary>A vehicle that passed before an instant and is still stored, mostly a pictured one; null when there is none.</summary>
    public DemoPassing? SomePassing(SeededRandom random, DateTimeOffset before)
    {
        var passings = random.Chance(0.8) ? pictures.Chosen : _stored;
        var count = IndexOf(passings, DetectionId.Floor(before));
        return count == 0 ? null : passings[random.Below(count)];
    }

    public FoundDetections Find(SeededRandom random, SearchQuery query)
    {
        var found = new FoundDetections.Collector();
        foreach (var id in query.To > FirstStored ? Stored(query) : Purged(random, query))
        {
            found.Add(id);
            if (found.IsFull)
            {
                break;
            }
        }

        return found.Done();
    }

    /// <summary>Those of the numbers found that are still stored.</summary>
    public IReadOnlyList<long> Stored(FoundDetections found)
    {
        var first = DetectionId.Floor(FirstStored).Value;
        return found.Newest.Where(id => id >= first).ToList();
    }

    /// <summary>Numbers of the cameras within a search's reach, ascending.</summary>
    public IReadOnlyList<int> Reached(SearchQuery query)
    {
        var later = scene.Calendar.StartOf(scene.Days.LaterCamerasLive);
        return DemoPlaces.Cameras
            .Where(camera => (query.Areas.Count == 0 || query.Areas.Contains(camera.Area)) && (!camera.IsLater || later < query.To))
            .Select(camera => camera.Number)
            .ToList();
    }

    private IEnumerable<long> Stored(SearchQuery query)
    {
        var (from, to) = (DetectionId.Floor(query.From), DetectionId.Floor(query.To));
        var candidates = query.Pattern is { IsFull: true } plate ? _byPlate[plate.Text] : Window(from, to);
        return candidates
            .Where(passing => passing.Id >= from && passing.Id < to)
            .Where(passing => query.Areas.Count == 0 || query.Areas.Contains(passing.Camera.Area))
            .Where(passing => query.Pattern is null || query.Pattern.Matches(passing.Plate))
            .Select(passing => passing.Id.Value);
    }

    private IEnumerable<DemoPassing> Window(DetectionId from, DetectionId to)
    {
        for (var i = IndexOf(_stored, to) - 1; i >= 0 && _stored[i].Id >= from; i--)
        {
            yield return _stored[i];
        }
    }

    private IEnumerable<long> Purged(SeededRandom random, SearchQuery query)
    {
        var hours = (query.To - query.From).TotalHours;
        var count = query.Pattern is null ? random.Poisson(Math.Min(45, hours * 20)) : random.Poisson(query.Pattern.IsFull ? 2.2 : 6);
        var cameras = Reached(query);
        return Enumerable.Range(0, cameras.Count == 0 ? 0 : count)
            .Select(i => DetectionId.Create(query.From.AddHours(random.Fraction() * hours), random.Pick(cameras), i).Value)
            .OrderDescending();
    }

    // The first passing with a number not below the one given.
    private static int IndexOf(IReadOnlyList<DemoPassing> passings, DetectionId id)
    {
        var (low, high) = (0, passings.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = passings[middle].Id < id ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
