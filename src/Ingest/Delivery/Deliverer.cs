using System.Data.Common;
using Microsoft.Extensions.Logging;
using Transparency.Core.Agencies;
using Transparency.Core.Cameras;
using Transparency.Core.Database;
using Transparency.Core.Detections;
using Transparency.Ingest.Feeds;

namespace Transparency.Ingest.Delivery;

/// <summary>
/// Carries detections from the spool into the database, oldest first, for as long as it takes. A batch is acknowledged after the
/// database has committed it, so that a detection is delivered at least once; the database takes each id once.
/// </summary>
public sealed class Deliverer(
    Spool spool,
    RefusalLedger refusals,
    SqlDatabase database,
    City city,
    DeliverDetections deliver,
    TimeProvider time,
    ILogger<Deliverer> logger)
{
    private const int BatchSize = 500;

    // A batch that fails so often for a reason other than an outage is taken apart.
    private const int Patience = 5;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    private int _failures;

    /// <summary>Detections that the database has taken or knew already, since the process began.</summary>
    public long Delivered { get; private set; }

    /// <summary>Why nothing is delivered at present; empty when all is well.</summary>
    public string Trouble { get; private set; } = "";

    /// <summary>Runs until cancelled; what is not delivered by then stays in the spool.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(_failures == 0 ? TimeSpan.Zero : Backoff.Database.After(_failures), time, cancellation);
                if (!await StepAsync(cancellation))
                {
                    await spool.WaitAsync(Idle, cancellation);
                }

                Recover();
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Report(e);
            }
        }
    }

    /// <summary>Delivers one batch. False when nothing waits.</summary>
    public async Task<bool> StepAsync(CancellationToken cancellation)
    {
        await SaveRefusalsAsync(cancellation);
        var records = spool.Read(_failures >= Patience ? 1 : BatchSize);
        if (records.Count == 0)
        {
            return false;
        }

        try
        {
            await DeliverAsync(records, cancellation);
        }
        catch (Exception e) when (records.Count == 1 && _failures >= 2 * Patience && !IsOutage(e) && !cancellation.IsCancellationRequested)
        {
            // One record that the software cannot take must not hold up all others for ever.
            logger.LogError("A detection could not be delivered ({Error}) and was counted as refused.", e.GetType().Name);
            refusals.Add(city.DayOf(time.GetUtcNow()), CameraOf(records[0].Payload));
        }

        spool.Acknowledge(records[^1].End);
        return true;
    }

    private async Task DeliverAsync(IReadOnlyList<SpoolRecord> records, CancellationToken cancellation)
    {
        var outcome = await deliver.RunAsync([.. records.Select(record => SpooledDetection.Read(record.Payload))], cancellation);
        Delivered += outcome.Stored + outcome.Repeated;
        foreach (var (reason, count) in outcome.Refused)
        {
            logger.LogWarning("{Count} reads were refused: {Reason}.", count, reason);
        }
    }

    private async Task SaveRefusalsAsync(CancellationToken cancellation)
    {
        if (refusals.HasNews)
        {
            var (counts, version) = refusals.Read();
            await database.WriteAsync(
                async scope =>
                {
                    foreach (var count in counts)
                    {
                        await SpoolRefusals.SetAsync(scope, count.Day, count.Camera, count.Count);
                    }
                },
                cancellation);
            refusals.Saved(version, city.DayOf(time.GetUtcNow()).AddDays(-1));
        }
    }

    private void Report(Exception e)
    {
        _failures++;
        Trouble = IsOutage(e) ? "The database cannot be reached; detections wait in the spool." : $"Delivery fails ({e.GetType().Name}).";
        if (_failures == 1)
        {
            logger.LogWarning("{Trouble}", Trouble);
        }
    }

    private void Recover()
    {
        if (_failures > 0)
        {
            logger.LogInformation("Detections are delivered again.");
        }

        (_failures, Trouble) = (0, "");
    }

    private static bool IsOutage(Exception e) => e is DbException or IOException or TimeoutException or UnauthorizedAccessException;

    // Zero for a record that cannot even be read.
    private static int CameraOf(byte[] payload)
    {
        try
        {
            return SpooledDetection.Read(payload).Camera;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return 0;
        }
    }
}
