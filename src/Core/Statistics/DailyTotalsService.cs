using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Transparency.Core.Agencies;

namespace Transparency.Core.Statistics;

/// <summary>Puts ended days into the log, in one process of the installation; before the city is set up it waits.</summary>
public sealed class DailyTotalsService(
    IServiceProvider services, CurrentCity current, TimeProvider time, ILogger<DailyTotalsService> logger) : BackgroundService
{
    /// <summary>A day is in the log this long after its grace is over, at the latest.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                if (await current.FindAsync(stoppingToken) is not null)
                {
                    await services.GetRequiredService<RecordDailyTotals>().RunAsync(time.GetUtcNow(), stoppingToken);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogError(e, "Putting the day's totals into the log failed and will be tried again.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
