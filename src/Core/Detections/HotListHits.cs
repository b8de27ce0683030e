using System.Globalization;
using Transparency.Audit.Schemas;
using Transparency.Core.Agencies;
using Transparency.Core.Alerts;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.HotLists;
using Transparency.Core.Searches;
using Transparency.Core.Statistics;

namespace Transparency.Core.Detections;

/// <summary>
/// Compares new detections with the hot lists and raises alerts, in the transaction that stores them. Which plates are near enough:
/// <see cref="HotListLikeness"/>.
/// </summary>
public sealed class HotListHits(City city, HotListMatcher matcher, AuditLog log, DailyTotalStore totals)
{
    internal async Task<IReadOnlyList<RaisedAlert>> RaiseAsync(
        WriteScope scope, IReadOnlyList<NewDetection> stored, Func<NewDetection, string> areaOf, DateTimeOffset now)
    {
        var near = Near(await matcher.RefreshAsync(scope.Connection, scope.Transaction), stored);
        if (near.Count == 0)
        {
            return [];
        }

        var entries = (await HotListEntries.ValidAsync(scope, near.Select(hit => hit.Listed).Distinct(), now)).ToLookup(entry => entry.Plate);
        var raised = new List<RaisedAlert>();
        foreach (var (detection, plate, listed) in near)
        {
            foreach (var entry in entries[listed].Where(entry => plate == listed || HotListLikeness.StatesAgree(detection.State, entry.State)))
            {
                raised.Add(await RaiseAsync(scope, detection, plate, entry, now));
                await totals.AddAsync(scope, city.DayOf(detection.Id.CapturedAt), Measures.Hits, areaOf(detection), 1);
            }
        }

        return raised;
    }

    // The few reads with a listed plate nearby. Expiry and states are looked at later, for these alone.
    private static List<(NewDetection Detection, string Plate, string Listed)> Near(HotListIndex lists, IReadOnlyList<NewDetection> stored)
    {
        var near = new List<(NewDetection, string, string)>();
        var found = new List<ulong>();
        foreach (var detection in lists.Count == 0 ? [] : stored)
        {
            var plate = PlateText.Parse(detection.Plate).Value;
            found.Clear();
            lists.Find(plate, HotListLikeness.IsInDoubt(detection.Confidence), found);
            near.AddRange(found.Select(listed => (detection, plate, PackedPlate.Unpack(listed))));
        }

        return near;
    }

    private async Task<RaisedAlert> RaiseAsync(
        WriteScope scope, NewDetection detection, string plate, ListedPlate entry, DateTimeOffset now)
    {
        var alert = new RaisedAlert
        {
            Id = Guid.CreateVersion7(now).ToString(),
            Detection = detection.Id,
            Camera = detection.Camera,
            ListId = entry.ListId,
            ListEntryId = entry.Id,
            Likeness = plate == entry.Plate ? HotListLikeness.Exact : HotListLikeness.LookAlike,
        };
        await AlertStore.AddAsync(scope, new Alert
        {
            Id = alert.Id,
            DetectionId = detection.Id.Value,
            Camera = detection.Camera,
            ListId = entry.ListId,
            ListEntryId = entry.Id,
            Likeness = alert.Likeness,
            RaisedMs = now.ToUnixTimeMilliseconds(),
        });
        var context = new AuditContext { Actor = Actor.System(city), Purpose = "hot-list match", At = now };
        await log.AppendAsync(scope, context, Event(alert, plate, entry));
        return alert;
    }

    private static AuditEvent Event(RaisedAlert alert, string plate, ListedPlate entry) => new(
        AlertActs.AlertRaised,
        [
            new("list-kind", entry.Kind),
            new("alert", alert.Id),
            new("plate", plate),
            new("detection", alert.Detection.ToString()),
            new("camera", alert.Camera.ToString(CultureInfo.InvariantCulture)),
        ])
    {
        Elements = $"plate {plate}, detection {alert.Detection}",
        Outcome = alert.Likeness == HotListLikeness.Exact ? "alert raised" : $"alert raised for the look-alike plate {entry.Plate}",
    };
}
