using System.Diagnostics;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Detections;
using Transparency.Core.Policies;
using Transparency.Core.Statistics;

namespace Transparency.Core.Retention;

/// <summary>
/// Destroys what the policy no longer allows to keep: detections in small steps, so that searches and deliveries run on beside it,
/// photographs, and the keys of days that are wholly past. One log entry tells of it. A purge that was interrupted goes on where it
/// was, and its entry counts what the interrupted one destroyed.
/// </summary>
public sealed class PurgeExpired(
    SqlDatabase database,
    City city,
    PolicyStore policies,
    PurgeStore purges,
    PhotographStore photographs,
    DayKeyStore keys,
    KeyVault vault,
    DailyTotalStore totals,
    AuditLog log)
{
    /// <summary>Rows of one step: small enough to hold the write lock for some hundredths of a second.</summary>
    public const int Step = 1000;

    /// <returns>What was destroyed; null when nothing was due.</returns>
    public async Task<PurgeRun?> RunAsync(AuditContext context, CancellationToken cancellation = default)
    {
        var versions = await policies.AllAsync(cancellation);
        if (RetentionSchedule.Cutoff(versions, context.At) is not { } cutoff)
        {
            return null;
        }

        var end = DetectionId.Floor(cutoff);
        while (await DeleteStepAsync(end, cancellation) == Step)
        {
        }

        if (photographs.DeleteBefore(end) is var deleted and > 0)
        {
            await database.WriteAsync(scope => PurgeStore.AddPhotographsAsync(scope, deleted), cancellation);
        }

        var days = await keys.DaysUntilAsync(city.DayOf(cutoff).AddDays(-1), cancellation);
        foreach (var day in days)
        {
            vault.DestroyShare(day);
        }

        return await database.WriteAsync(scope => FinishAsync(scope, context, versions, cutoff, days), cancellation);
    }

    // As long as a step took, others have the database to themselves.
    private async Task<int> DeleteStepAsync(DetectionId end, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        var deleted = await database.WriteAsync(scope => purges.DeleteStepAsync(scope, end, Step), cancellation);
        if (deleted == Step)
        {
            await Task.Delay(Stopwatch.GetElapsedTime(start), cancellation);
            await database.SettleAsync(cancellation);
        }

        return deleted;
    }

    private async Task<PurgeRun?> FinishAsync(
        WriteScope scope, AuditContext context, IReadOnlyList<PolicyVersion> versions, DateTimeOffset cutoff, IReadOnlyList<DateOnly> days)
    {
        await Deliveries.ForgetAsync(scope, context.At);
        var progress = await PurgeStore.TakeProgressAsync(scope);
        if (progress is { Detections: 0, Photographs: 0 } && days.Count == 0)
        {
            return null;
        }

        foreach (var day in days)
        {
            await DayKeyStore.DeleteRowAsync(scope, day);
        }

        var policy = versions.Where(version => version.Effective <= context.At).MaxBy(version => (version.Effective, version.Version))!;
        var run = new PurgeRun
        {
            Id = Guid.CreateVersion7(context.At).ToString(),
            AtMs = context.At.ToUnixTimeMilliseconds(),
            PolicyVersion = policy.Version,
            CutoffMs = cutoff.ToUnixTimeMilliseconds(),
            Detections = progress.Detections,
            Photographs = progress.Photographs,
            KeysDestroyed = string.Join(',', days.Select(City.Text)),
            FirstId = progress.FirstId,
            LastId = progress.LastId,
        };
        await PurgeStore.AddAsync(scope, run);
        await log.AppendAsync(scope, context, PurgeEvents.Done(run, city, policy.Terms.RetentionDays, days));
        await totals.AddAsync(scope, city.DayOf(context.At), Measures.Purged, run.Detections);
        return run;
    }
}
