using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Transparency.Core.Agencies;

namespace Transparency.Core.AuditTrail;

/// <summary>Offers new checkpoints to the witnesses, beside the keeper of the log: a slow witness delays no checkpoint.</summary>
public sealed class WitnessService(
    IServiceProvider services, CurrentCity current, LogSettings settings, TimeProvider time, ILogger<WitnessService> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Witnesses.Count == 0)
        {
            return;
        }
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                if (await current.FindAsync(stoppingToken) is not null)
                {
                    await services.GetRequiredService<OfferCheckpoint>().RunAsync(time.GetUtcNow(), stoppingToken);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogError(e, "Offering the checkpoint to the witnesses failed and will be tried again.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
