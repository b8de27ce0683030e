using Dapper;
using System.Globalization;
using Transparency.Audit.Schemas;
using Transparency.Core.Agencies;
using Transparency.Core.Alerts;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Statistics;

namespace Transparency.Core.Detections;

/// <summary>
/// Compares new detections with the hot lists and raises alerts, in the transaction that stores them. The plate alone decides: a state
/// that was misread must not hide a hit, and the officer compares states before acting.
/// </summary>
public sealed class HotListHits(City city, AuditLog log, DailyTotalStore totals)
{
    private const int PerQuery = 500;

    internal async Task<IReadOnlyList<RaisedAlert>> RaiseAsync(
        WriteScope scope, IReadOnlyList<NewDetection> stored, Func<NewDetection, string> areaOf, DateTimeOffset now)
    {
        var byPlate = stored.ToLookup(detection => PlateText.Parse(detection.Plate).Value);
        var raised = new List<RaisedAlert>();
        foreach (var plates in byPlate.Select(group => group.Key).Chunk(PerQuery))
        {
            foreach (var entry in await MatchAsync(scope, plates, now))
            {
                foreach (var detection in byPlate[entry.Plate])
                {
                    raised.Add(await RaiseAsync(scope, detection, entry, now));
                    await totals.AddAsync(scope, city.DayOf(detection.Id.CapturedAt), Measures.Hits, areaOf(detection), 1);
                }
            }
        }

        return raised;
    }

    private static Task<IEnumerable<Entry>> MatchAsync(WriteScope scope, string[] plates, DateTimeOffset now) =>
        scope.Connection.QueryAsync<Entry>(
            """
            select e.id as Id, e.list_id as ListId, e.plate as Plate, l.kind as Kind
            from hot_list_entries e join hot_lists l on l.id = e.list_id
            where l.is_enabled = 1 and e.plate in @plates and (e.expires_ms is null or e.expires_ms > @NowMs)
            order by e.id
            """,
            new { plates, NowMs = now.ToUnixTimeMilliseconds() },
            scope.Transaction);

    private async Task<RaisedAlert> RaiseAsync(WriteScope scope, NewDetection detection, Entry entry, DateTimeOffset now)
    {
        var alert = new RaisedAlert
        {
            Id = Guid.CreateVersion7(now).ToString(),
            Detection = detection.Id,
            Camera = detection.Camera,
            ListId = entry.ListId,
            ListEntryId = entry.Id,
        };
        await AlertStore.AddAsync(scope, new Alert
        {
            Id = alert.Id,
            DetectionId = detection.Id.Value,
            Camera = detection.Camera,
            ListId = entry.ListId,
            ListEntryId = entry.Id,
            RaisedMs = now.ToUnixTimeMilliseconds(),
        });
        var context = new AuditContext { Actor = Actor.System(city), Purpose = "hot-list match", At = now };
        await log.AppendAsync(scope, context, Event(alert, entry));
        return alert;
    }

    private static AuditEvent Event(RaisedAlert alert, Entry entry) => new(
        AlertActs.AlertRaised,
        [
            new("list-kind", entry.Kind),
            new("alert", alert.Id),
            new("plate", entry.Plate),
            new("detection", alert.Detection.ToString()),
            new("camera", alert.Camera.ToString(CultureInfo.InvariantCulture)),
        ])
    {
        Elements = $"plate {entry.Plate}, detection {alert.Detection}",
        Outcome = "alert raised",
    };

    private sealed record Entry
    {
        public required string Id { get; init; }

        public required string ListId { get; init; }

        public required string Plate { get; init; }

        public required string Kind { get; init; }
    }
}
