using System.Data.Common;
using Transparency.Core.Agencies;
using Transparency.Core.Cameras;
using Transparency.Core.Database;
using Transparency.Core.HotLists;
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
    PlateNumbers numbers,
    DetectionPlaces places,
    PhotographStore photographs,
    DailyTotalStore totals,
    HotListMatcher matcher,
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
            accepted,
            async (scope, draft) =>
            {
                var stored = await StoreAsync(scope, draft, accepted, cancellation);
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
    private async Task<T> WriteAsync<T>(
        List<NewDetection> accepted, Func<WriteScope, DeliveryDraft, Task<T>> act, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var draft = await DraftAsync(accepted, cancellation);
                return await database.WriteAsync(scope => act(scope, draft), cancellation);
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

    private async Task<IReadOnlyList<NewDetection>> StoreAsync(
        WriteScope scope, DeliveryDraft draft, List<NewDetection> accepted, CancellationToken cancellation)
    {
        if (await DeliveryDraft.LastAsync(scope.Connection, scope.Transaction) != draft.LastDelivery)
        {
            draft = await DeliveryDraft.OfAsync(scope.Connection, scope.Transaction, numbers, accepted);
        }

        if (draft.Firsts.Count == 0)
        {
            return [];
        }

        var texts = draft.Firsts.ToDictionary(detection => detection.Id, detection => PlateText.Parse(detection.Plate));
        var added = await PlateStore.IdsAsync(
            database, scope, texts.Values.Where(text => draft.Plates[text.Value] < 0).DistinctBy(text => text.Value).ToList(), cancellation);
        var vehicles = draft.Firsts.ToDictionary(detection => detection.Id, detection => detection.Vehicle.Stored());
        var vehicleIds = await VehicleStore.IdsAsync(database, scope, vehicles.Values, cancellation);
        var rows = draft.Firsts.Select(detection => DetectionRow.Of(
            detection,
            added.GetValueOrDefault(texts[detection.Id].Value, draft.Plates[texts[detection.Id].Value]),
            vehicleIds[vehicles[detection.Id]]));
        await detections.AddAsync(scope, rows, cancellation);
        return draft.Firsts;
    }

    private async Task<DeliveryDraft> DraftAsync(List<NewDetection> accepted, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await matcher.RefreshAsync(connection, null, cancellation);
        return await DeliveryDraft.OfAsync(connection, null, numbers, accepted);
    }

    private async Task CountAsync(
        WriteScope scope, DeliveryGate gate, ILookup<string?, NewDetection> judged, IReadOnlyList<NewDetection> stored, DateTimeOffset now)
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
