using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Transparency.Core.Agencies;
using Transparency.Core.Database;

namespace Transparency.Core.AuditTrail;

/// <summary>
/// Keeps the log going: opens it, lets waiting entries join the tree when the merge delay has passed, signs the new head, and
/// publishes the disclosures of days that have ended. May run in several processes at once; the database decides who is first.
/// </summary>
public sealed class LogKeeper(IServiceProvider services, TimeProvider time, MergeDelay delay, ILogger<LogKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SetUpPause = TimeSpan.FromSeconds(2);

    /// <summary>One round. Each step stands for itself: whatever is left undone by a crash is done by a later round.</summary>
    public static async Task RunOnceAsync(IServiceProvider services, TimeSpan mergeDelay, DateTimeOffset now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(services);
        await services.GetRequiredService<OpenLog>().RunAsync(now, cancellation);
        await services.GetRequiredService<DestroySalts>().RepeatAsync(cancellation);
        if (await IsDueAsync(services.GetRequiredService<SqlDatabase>(), mergeDelay, now, cancellation))
        {
            while (await services.GetRequiredService<SequenceEntries>().RunAsync(now, cancellation) > 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }
        await services.GetRequiredService<SignCheckpoint>().RunAsync(now, cancellation);
        await services.GetRequiredService<PublishDisclosures>().RunAsync(now, cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(await RoundAsync(stoppingToken), time, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The process is stopping. A round cut short is taken up by the next start.
        }
    }

    // Returns how long to wait for the next round.
    private async Task<TimeSpan> RoundAsync(CancellationToken stopping)
    {
        try
        {
            if (await services.GetRequiredService<CurrentCity>().FindAsync(stopping) is null)
            {
                return SetUpPause;
            }
            var now = time.GetUtcNow();
            var mergeDelay = await delay.ReadAsync(now, stopping);
            await RunOnceAsync(services, mergeDelay, now, stopping);
            await RaiseAlarmAsync(now, stopping);
            return mergeDelay < LongestPause ? mergeDelay : LongestPause;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The next round tries again; entries that wait too long show on the public page.
            logger.LogError(e, "The log could not be brought forward");
            return LongestPause;
        }
    }

    // An entry that waits too long is a failure even where every round seems to work. The public page shows the same.
    private async Task RaiseAlarmAsync(DateTimeOffset now, CancellationToken stopping)
    {
        var status = await services.GetRequiredService<LogStatusQuery>().ReadAsync(now, stopping);
        if (status.IsOverdue)
        {
            logger.LogCritical("The log owes an entry: {Pending} wait, the oldest since {Since:u}", status.Pending, status.OldestPending);
        }
    }

    // A head from the future means that the clock was set back; waiting for it to catch up would stop the log.
    private static async Task<bool> IsDueAsync(SqlDatabase database, TimeSpan mergeDelay, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await HeadStore.LatestAsync(connection) is { } head && (now - head.At >= mergeDelay || head.At > now);
    }
}
