using System.Data.Common;
using Transparency.Core.Agencies;
using Transparency.Core.Identity;
using Transparency.Core.Identity.Sessions;

namespace Transparency.Portal.Staff.Account;

/// <summary>Once a minute: ends idle sessions in the books, and disables leavers when their last day is over.</summary>
public sealed class AccountKeeping(IServiceProvider services, CurrentCity city, TimeProvider time, ILogger<AccountKeeping> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await city.FindAsync(stoppingToken) is not null)
                {
                    await services.GetRequiredService<EndIdleSessions>().RunAsync(time.GetUtcNow(), stoppingToken);
                    await services.GetRequiredService<DisableLeavers>().RunAsync(time.GetUtcNow(), stoppingToken);
                }
            }
            catch (Exception e) when (e is DbException or TimeoutException)
            {
                log.LogError(e, "Accounts could not be looked after; the next attempt is in a minute");
            }
        }
    }
}
