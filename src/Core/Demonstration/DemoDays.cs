using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Detections;
using Transparency.Core.Retention;
using Transparency.Core.Statistics;

namespace Transparency.Core.Demonstration;

/// <summary>Writes what the system does by itself every night: the totals of the day that ended, and the purge of the day that is due.</summary>
internal sealed class DemoDays(DemoScene scene, DemoHistory history, AuditLog log)
{
    private readonly List<Policies.PolicyVersion> _policies = scene.Policies.ToList();

    public async Task WriteAsync(WriteScope write, DemoTotals totals)
    {
        var next = scene.Calendar.History.From;
        foreach (var day in scene.Calendar.History.EachDay().Skip(1))
        {
            await RecordTotalsAsync(write, day.AddDays(-1));
            next = await PurgeAsync(write, totals, day, next);
        }
    }

    private Task<AuditReceipt> RecordTotalsAsync(WriteScope write, DateOnly day)
    {
        var byArea = DemoPlaces.Areas
            .Select(area => KeyValuePair.Create(area.Id, (long)history.Reads(day, area.Id)))
            .ToDictionary();
        return log.AppendAsync(
            write,
            scene.BySystem("totals of an ended day", scene.Calendar.At(day.AddDays(1), 0.25)),
            RecordDailyTotals.Event(day, byArea, history.Reads(day), history.CamerasOn(day), history.HitsOn(day)));
    }

    // The run at the start of a day destroys whole days; the day a shorter retention takes effect, thirty of them.
    private async Task<DateOnly> PurgeAsync(WriteScope write, DemoTotals totals, DateOnly day, DateOnly first)
    {
        var at = scene.Calendar.StartOf(day);
        var cutoff = RetentionSchedule.Cutoff(_policies, at)!.Value;
        var end = first;
        while (scene.Calendar.StartOf(end.AddDays(1)) <= cutoff)
        {
            end = end.AddDays(1);
        }

        if (end == first)
        {
            return first;
        }

        var days = new Period(first, end.AddDays(-1)).EachDay().ToList();
        var destroyed = days.Sum(history.Reads);
        var policy = scene.PolicyAt(at);
        var run = new PurgeRun
        {
            Id = scene.Random.For($"purge {day.DayNumber}").Id(at),
            AtMs = at.ToUnixTimeMilliseconds(),
            PolicyVersion = policy.Version,
            CutoffMs = scene.Calendar.StartOf(end).ToUnixTimeMilliseconds(),
            Detections = destroyed,
            Photographs = destroyed,
            KeysDestroyed = string.Join(',', days.Select(Agencies.City.Text)),
            FirstId = DetectionId.Floor(scene.Calendar.StartOf(first)).Value,
            LastId = DetectionId.Floor(scene.Calendar.StartOf(end)).Value - 1,
        };
        await PurgeStore.AddAsync(write, run);
        await log.AppendAsync(
            write, scene.BySystem("retention", at), PurgeEvents.Done(run, scene.City, policy.Terms.RetentionDays, days));
        totals.Add(day, Measures.Purged, destroyed);
        return end;
    }
}
