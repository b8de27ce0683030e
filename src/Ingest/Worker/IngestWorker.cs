using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Transparency.Core.Cameras;
using Transparency.Ingest.Delivery;

namespace Transparency.Ingest.Worker;

/// <summary>
/// Reads every live camera: keeps the crew of pipelines up to date, delivers what they write, and reports how each camera is doing.
/// While the database cannot be reached everything goes on with what was last known, and waits in the spool.
/// </summary>
public sealed class IngestWorker(
    CameraCrew crew,
    Deliverer deliverer,
    OutageRecorder outages,
    CameraReportStore reports,
    TimeProvider time,
    ILogger<IngestWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(3);

    // Beats between two looks at the cameras and their council decisions.
    private const int BeatsPerRefresh = 5;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var deliveryStop = new CancellationTokenSource();
        var delivering = Task.WhenAll(deliverer.RunAsync(deliveryStop.Token), outages.RunAsync(deliveryStop.Token));
        try
        {
            await WatchAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            logger.LogInformation("Stopping.");
        }

        await crew.StopAsync();
        await FinishAsync(deliveryStop, delivering);
    }

    private async Task WatchAsync(CancellationToken cancellation)
    {
        IReadOnlyDictionary<int, DateTimeOffset>? silentSince = null;
        using var timer = new PeriodicTimer(Beat, time);
        for (var beat = 0; ; beat++)
        {
            try
            {
                silentSince ??= await SilentSinceAsync(cancellation);
                if (beat % BeatsPerRefresh == 0)
                {
                    await crew.RefreshAsync(silentSince, cancellation);

                    // Told once: a camera that is switched off and on again later was not out in between.
                    silentSince = new Dictionary<int, DateTimeOffset>();
                }

                await reports.SaveAsync(crew.Reports(), cancellation);
            }
            catch (DbException e)
            {
                logger.LogWarning("The cameras could not be looked up ({Error}); reading goes on as before.", e.GetType().Name);
            }

            await timer.WaitForNextTickAsync(cancellation);
        }
    }

    // However short the time was: what passed in it was not seen, and a search must be able to say so.
    private async Task<IReadOnlyDictionary<int, DateTimeOffset>> SilentSinceAsync(CancellationToken cancellation) =>
        (await reports.ListAsync(cancellation)).ToDictionary(report => report.Camera, report => DateTimeOffset.FromUnixTimeMilliseconds(report.AtMs));

    // What can be delivered in a moment is; the rest waits in the spool for the next start.
    private async Task FinishAsync(CancellationTokenSource deliveryStop, Task delivering)
    {
        await Task.Delay(TimeSpan.FromSeconds(.3), time, CancellationToken.None);
        await deliveryStop.CancelAsync();
        try
        {
            await delivering;
        }
        catch (OperationCanceledException)
        {
            // As asked.
        }
    }
}
