using System.Data.Common;
using Transparency.Core.Agencies;
using Transparency.Core.Cameras;
using Transparency.Core.Database;
using Transparency.Core.Policies;
using Transparency.Core.Statistics;

namespace Transparency.Core.Detections;

/// <summary>
/// Stores a batch: every detection once however often it is sent, or refused and counted. When this returns, the batch is durable and
/// may be forgotten by the sender; when it throws, nothing of it is stored and all of it may be sent again.
/// </summary>
public sealed class DeliverDetections(
    SqlDatabase database,
    City city,
    PolicyStore policies,
    CameraStore cameras,
    DetectionStore detections,
    DetectionPlaces places,
    PhotographStore photographs,
    DailyTotalStore totals,
    HotListHits hits,
    TimeProvider time)
{
    /// <summary>Batches of a few hundred are best; more than this is refused as a mistake.</summary>
    public const int LargestBatch = 20_000;

    private const int Attempts = 5;

    /// <param name="batch">Detections in any order.</param>
    /// <param name="cancellation">Ends the delivery before it is committed, or not at all.</param>
    public async Task<DeliveryOutcome> RunAsync(IReadOnlyList<NewDetection> batch, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(batch.Count, LargestBatch, nameof(batch));
        var now = time.GetUtcNow();
        var gate = await GateAsync(now, cancellation);
        var judged = batch.DistinctBy(detection => detection.Id).ToLookup(gate.Refusal);
        var accepted = judged[null].ToList();
        await SavePhotographsAsync(accepted, now, cancellation);
        return await WriteAsync(
            async scope =>
            {
                var stored = await StoreAsync(scope, accepted, cancellation);
                await places.AddAsync(scope, stored, gate.AreaOf, cancellation);
                await CountAsync(scope, gate, judged, stored, now);
                return new DeliveryOutcome
                {
                    Stored = stored.Count,
                    Repeated = accepted.Count - stored.Count + (batch.Count - judged.Sum(group => group.Count())),
                    Refused = judged.Where(group => group.Key is not null).ToDictionary(group => group.Key!, group => group.Count()),
                    Alerts = await hits.RaiseAsync(scope, stored, gate.AreaOf, now),
                };
            },
            cancellation);
    }

    // Another process may store the same detection or plate between our look and our insert: look again.
    private async Task<T> WriteAsync<T>(Func<WriteScope, Task<T>> act, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await database.WriteAsync(act, cancellation);
            }
            catch (DbException e) when (database.IsUniqueViolation(e) && attempt < Attempts)
            {
            }
        }
    }

    private async Task<DeliveryGate> GateAsync(DateTimeOffset now, CancellationToken cancellation) => new(
        city,
        now,
        await policies.AllAsync(cancellation),
        await cameras.FactsAsync(now, cancellation),
        await cameras.ListAsync(cancellation),
        await AreaGrounds.LoadAsync(database, cancellation));

    // Before the transaction, because files cannot be rolled back: a photograph without its detection is unreachable and goes with its day.
    private async Task SavePhotographsAsync(List<NewDetection> accepted, DateTimeOffset now, CancellationToken cancellation)
    {
        var pictured = accepted.Where(detection => detection.Photograph is { Length: > 0 }).ToList();
        if (pictured.Count > 0)
        {
            await photographs.SaveAsync(pictured.Select(detection => (detection.Id, detection.Photograph!)).ToList(), now, cancellation);
        }
    }

    private async Task<List<NewDetection>> StoreAsync(WriteScope scope, List<NewDetection> accepted, CancellationToken cancellation)
    {
        var known = await DetectionStore.KnownAsync(scope.Connection, scope.Transaction, accepted.Select(detection => detection.Id.Value));
        var fresh = accepted.Where(detection => !known.Contains(detection.Id.Value)).OrderBy(detection => detection.Id).ToList();
        if (fresh.Count == 0)
        {
            return fresh;
        }

        var plates = fresh.ToDictionary(detection => detection.Id, detection => PlateText.Parse(detection.Plate));
        var plateIds = await PlateStore.IdsAsync(database, scope, plates.Values, cancellation);
        var vehicles = fresh.ToDictionary(detection => detection.Id, detection => detection.Vehicle.Stored());
        var vehicleIds = await VehicleStore.IdsAsync(database, scope, vehicles.Values, cancellation);
        var rows = fresh
            .Select(detection => DetectionRow.Of(detection, plateIds[plates[detection.Id].Value], vehicleIds[vehicles[detection.Id]]))
            .ToList();
        var firsts = await SamePassing.FirstsAsync(scope.Connection, scope.Transaction, rows);
        await detections.AddAsync(scope, firsts, cancellation);
        var added = firsts.Select(row => row.Id).ToHashSet();
        return fresh.Where(detection => added.Contains(detection.Id.Value)).ToList();
    }

    private async Task CountAsync(
        WriteScope scope, DeliveryGate gate, ILookup<string?, NewDetection> judged, List<NewDetection> stored, DateTimeOffset now)
    {
        foreach (var place in stored.GroupBy(detection => (Day: city.DayOf(detection.Id.CapturedAt), Area: gate.AreaOf(detection))))
        {
            await totals.AddAsync(scope, place.Key.Day, Measures.Reads, place.Key.Area, place.Count());
        }

        foreach (var refused in judged.Where(group => group.Key is not null))
        {
            foreach (var camera in refused.GroupBy(detection => detection.Camera))
            {
                await IngestRefusals.AddAsync(scope, city.DayOf(now), camera.Key, refused.Key!, camera.Count());
            }
        }

        await Deliveries.AddAsync(scope, stored.Select(detection => detection.Id).ToList(), now);
    }
}
