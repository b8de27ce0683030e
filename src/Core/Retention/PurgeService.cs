using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;

namespace Transparency.Core.Retention;

/// <summary>Runs the purge when it starts and from then on, in one process of the installation; before the city is set up it waits.</summary>
public sealed class PurgeService(
    IServiceProvider services, CurrentCity current, TimeProvider time, ILogger<PurgeService> logger) : BackgroundService
{
    /// <summary>At least hourly is the rule; twice leaves room for one that fails.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            await RunOnceAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // A purge that fails is tried again at the next tick and must be seen: the oldest detection's age is on the health page.
    private async Task RunOnceAsync(CancellationToken cancellation)
    {
        try
        {
            if (await current.FindAsync(cancellation) is not { } city)
            {
                return;
            }

            var context = new AuditContext { Actor = Actor.System(city), Purpose = "retention", At = time.GetUtcNow() };
            if (await services.GetRequiredService<PurgeExpired>().RunAsync(context, cancellation) is { } run)
            {
                logger.LogInformation(
                    "Purge: {Detections} detections and {Photographs} photographs destroyed.", run.Detections, run.Photographs);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(e, "The purge failed and will be tried again.");
        }
    }
}
