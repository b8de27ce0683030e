using System.Data.Common;
using Dapper;

namespace Transparency.Core.Detections;

/// <summary>
/// What of a batch is new, looked up before the write begins so that the write holds its lock for the inserts alone. It stands as long as
/// no other delivery was committed since: <see cref="LastDelivery"/> tells.
/// </summary>
/// <param name="LastDelivery">The last delivery committed when this was looked up.</param>
/// <param name="Firsts">New passings, oldest first.</param>
/// <param name="Plates">Numbers of plates that are known; below 0 for those that are to be added.</param>
internal sealed record DeliveryDraft(long LastDelivery, IReadOnlyList<NewDetection> Firsts, IReadOnlyDictionary<string, long> Plates)
{
    public static Task<long> LastAsync(DbConnection connection, DbTransaction? transaction) =>
        connection.ExecuteScalarAsync<long>("select coalesce(max(seq), 0) from deliveries", transaction: transaction);

    public static async Task<DeliveryDraft> OfAsync(
        DbConnection connection, DbTransaction? transaction, PlateNumbers numbers, IReadOnlyList<NewDetection> accepted)
    {
        var last = await LastAsync(connection, transaction);
        var known = await DetectionStore.KnownAsync(connection, transaction, accepted.Select(detection => detection.Id.Value));
        var fresh = accepted.Where(detection => !known.Contains(detection.Id.Value)).OrderBy(detection => detection.Id).ToList();
        var texts = fresh.ConvertAll(detection => PlateText.Parse(detection.Plate).Value);
        var plates = await numbers.FindAsync(connection, transaction, texts);
        foreach (var text in texts)
        {
            plates.TryAdd(text, -1 - plates.Count);
        }

        var passings = fresh.Zip(texts, (detection, text) => new Passing(detection.Id.Value, plates[text], detection.Camera)).ToList();
        var firsts = await SamePassing.FirstsAsync(connection, transaction, passings);
        return new(last, fresh.Where(detection => firsts.Contains(detection.Id.Value)).ToList(), plates);
    }
}
