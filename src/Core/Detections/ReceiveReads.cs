using Dapper;
using Transparency.Core.Agencies;
using Transparency.Core.Cameras;
using Transparency.Core.Database;

namespace Transparency.Core.Detections;

/// <summary>
/// Takes in what a camera that reads for itself has sent: the same gate, the same policy and the same counts as for the cameras that
/// we read. When this returns, the reads are durable or refused and counted.
/// </summary>
public sealed class ReceiveReads(SqlDatabase database, City city, DeliverDetections deliver, CameraReportStore reports, TimeProvider time)
{
    /// <summary>The value of <c>ingest_refusals.reason</c> for what could not be understood.</summary>
    public const string Malformed = "malformed";

    /// <param name="camera">Whose key was shown.</param>
    /// <param name="reads">Empty for a sign of life.</param>
    /// <param name="cancellation">Ends it before anything is committed.</param>
    public async Task<DeliveryOutcome> RunAsync(int camera, IReadOnlyList<VendorRead> reads, CancellationToken cancellation = default)
    {
        var batch = new List<NewDetection>(reads.Count);
        foreach (var read in reads)
        {
            var detection = read.Of(camera);
            if (!read.IsOneFrame || !await IsLikeAnotherAsync(detection, batch, cancellation))
            {
                batch.Add(detection);
            }
        }

        var outcome = await deliver.RunAsync(batch, cancellation);
        await ReportAsync(camera, outcome, cancellation);
        return outcome with { Repeated = outcome.Repeated + reads.Count - batch.Count };
    }

    /// <summary>Records when a camera saw nothing, and how many vehicles it could not keep on a day; told again it changes nothing.</summary>
    public Task RecordAsync(
        int camera,
        IReadOnlyList<(DateTimeOffset From, DateTimeOffset To, string Reason)> outages,
        IReadOnlyList<(DateOnly Day, long Count)> refused,
        CancellationToken cancellation = default) => database.WriteAsync(
        async scope =>
        {
            await CameraOutageStore.AddEndedAsync(scope, outages.Select(outage => new CameraOutage
            {
                Id = Guid.CreateVersion7(outage.From).ToString(),
                Camera = camera,
                FromMs = outage.From.ToUnixTimeMilliseconds(),
                ToMs = outage.To.ToUnixTimeMilliseconds(),
                Reason = outage.Reason,
            }));
            foreach (var (day, count) in refused)
            {
                await SpoolRefusals.SetAsync(scope, day, camera, count);
            }
        },
        cancellation);

    /// <summary>Counts a message that could not be understood.</summary>
    public Task CountMalformedAsync(int camera, CancellationToken cancellation = default) => database.WriteAsync(
        scope => IngestRefusals.AddAsync(scope, city.DayOf(time.GetUtcNow()), camera, Malformed, 1), cancellation);

    // A read of a single frame often has one character wrong: within the time of one passing, one character makes no other vehicle.
    private async Task<bool> IsLikeAnotherAsync(NewDetection detection, List<NewDetection> batch, CancellationToken cancellation)
    {
        if (!PlateText.TryParse(detection.Plate, out var plate))
        {
            return false;
        }

        await using var connection = await database.OpenAsync(cancellation);
        var stored = await connection.QueryAsync<string>(
            """
            select p.text from detections d join plates p on p.plate_id = d.plate_id
            where d.camera = @Camera and d.id >= @From and d.id < @To
            """,
            new
            {
                detection.Camera,
                From = DetectionId.Floor(detection.Id.CapturedAt - SamePassing.Window).Value,
                To = DetectionId.Floor(detection.Id.CapturedAt + SamePassing.Window).Value,
            });
        var beside = batch.Where(other => SamePassing.Is(other.Id, detection.Id)).Select(other => other.Plate);
        return stored.Concat(beside).Any(other => SamePassing.IsOneCharacterOff(other, plate.Value));
    }

    private Task ReportAsync(int camera, DeliveryOutcome outcome, CancellationToken cancellation)
    {
        var refusal = outcome.Refused.Keys.FirstOrDefault();
        return reports.AddDeliveredAsync(
            camera,
            refusal is null ? CameraState.Reading : CameraState.Refused,
            outcome.Stored,
            refusal is null ? "" : $"Reads are refused: {refusal}.",
            time.GetUtcNow(),
            cancellation);
    }
}
