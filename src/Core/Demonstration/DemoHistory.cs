using Transparency.Core.Retention;
using Transparency.Core.Statistics;

namespace Transparency.Core.Demonstration;

/// <summary>
/// Fourteen months of traffic: what is still stored, every hit, and the count of every day. The counts are counts of what was drawn, so
/// that published totals and stored detections agree.
/// </summary>
internal sealed class DemoHistory
{
    private readonly Dictionary<(DateOnly Day, string Area), int> _reads = [];
    private readonly Dictionary<DateOnly, int> _cameras = [];
    private readonly Dictionary<(DateOnly Day, string Area), int> _hits = [];
    private readonly List<DemoPassing> _stored = [];
    private readonly List<DemoPassing> _alerted = [];

    public DemoHistory(DemoScene scene, DemoHotLists hotLists)
    {
        var traffic = new DemoTraffic(
            scene.Calendar, scene.Outages, scene.Random.For("traffic"), hotLists.Vehicles, scene.Days.LaterCamerasLive);

        // The last purge ran at the start of today; what it left is stored.
        var kept = RetentionSchedule.Cutoff(scene.Policies.ToList(), scene.Calendar.StartOf(scene.Calendar.Today))!.Value;
        FirstStoredDay = scene.City.DayOf(kept.AddTicks(-1)) is var day && scene.Calendar.StartOf(day.AddDays(1)) <= kept ? day.AddDays(1) : day;
        foreach (var each in scene.Calendar.History.EachDay())
        {
            Count(each, traffic.Day(each), each >= FirstStoredDay);
        }

        Stored = _stored.OrderBy(passing => passing.Id).ToList();
    }

    /// <summary>The oldest day whose detections are still there, whole.</summary>
    public DateOnly FirstStoredDay { get; }

    /// <summary>By number, and so by time.</summary>
    public IReadOnlyList<DemoPassing> Stored { get; }

    public IReadOnlyList<DemoPassing> Hits => _alerted;

    public int Reads(DateOnly day) => DemoPlaces.Areas.Sum(area => Reads(day, area.Id));

    public int Reads(DateOnly day, string area) => _reads.GetValueOrDefault((day, area));

    public int HitsOn(DateOnly day) => DemoPlaces.Areas.Sum(area => _hits.GetValueOrDefault((day, area.Id)));

    public int CamerasOn(DateOnly day) => _cameras.GetValueOrDefault(day);

    public void AddTo(DemoTotals totals)
    {
        foreach (var ((day, area), count) in _reads)
        {
            totals.Add(day, Measures.Reads, area, count);
        }

        foreach (var ((day, area), count) in _hits)
        {
            totals.Add(day, Measures.Hits, area, count);
        }

        foreach (var (day, cameras) in _cameras)
        {
            totals.Add(day, Measures.CamerasReading, cameras);
        }
    }

    private void Count(DateOnly day, IEnumerable<DemoPassing> passings, bool isStored)
    {
        var cameras = new HashSet<int>();
        foreach (var passing in passings)
        {
            var key = (day, passing.Camera.Area);
            _reads[key] = _reads.GetValueOrDefault(key) + 1;
            cameras.Add(passing.Camera.Number);
            if (passing.IsHit)
            {
                _hits[key] = _hits.GetValueOrDefault(key) + 1;
                _alerted.Add(passing);
            }

            if (isStored)
            {
                _stored.Add(passing);
            }
        }

        _cameras[day] = cameras.Count;
    }
}
