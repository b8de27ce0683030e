using Transparency.Core.Agencies;
using Transparency.Core.Approvals;
using Transparency.Core.Audits;
using Transparency.Core.AuditTrail;
using Transparency.Core.Policies;
using Transparency.Core.Retention;
using Transparency.Core.Sharing;
using Transparency.Core.Statistics;
using Transparency.Portal.Public.Cameras;
using Transparency.Portal.Public.Log;
using Transparency.Portal.Public.Periods;
using Transparency.Portal.Public.Statistics;

namespace Transparency.Portal.ReportAssembly;

/// <summary>Reads a quarter's facts with the queries that the pages use.</summary>
public sealed class QuarterFactsReader(
    PeriodStatisticsReader statistics,
    DailyTotalStore totals,
    PolicyStore policies,
    CameraContentReader cameras,
    SharingListQuery sharing,
    AuditStore audits,
    ProposalStore proposals,
    PurgeStore purges,
    LogSummaryQuery log,
    NewestHead heads)
{
    private const int MostPurgeRuns = 5000;

    /// <returns>Null when no day of the quarter has passed yet or none has figures.</returns>
    public async Task<QuarterFacts?> ReadAsync(City city, Quarter quarter, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var today = city.DayOf(now);
        var first = await statistics.FirstDayAsync(today, cancellation);
        if (quarter.Period.From > today || quarter.Period.To < first)
        {
            return null;
        }

        var period = new Period(quarter.Period.From, quarter.Period.To < today ? quarter.Period.To : today);
        var end = city.StartOf(period.To.AddDays(1)).AddMilliseconds(-1);
        return new QuarterFacts
        {
            City = city,
            Quarter = quarter,
            At = now,
            Period = period,
            Statistics = await statistics.ReadAsync(city, period, now, cancellation),
            Before = quarter.Before.Period.From >= first ? await statistics.ReadAsync(city, quarter.Before.Period, now, cancellation) : null,
            Policy = await policies.InForceAsync(end, cancellation),
            Policies = await policies.AllAsync(cancellation),
            Cameras = await cameras.ReadAsync(city, now, cancellation),
            WeeklyReads = Weekly(period, await totals.ReadAsync(period, Measures.Reads, cancellation)),
            Sharing = await sharing.ReadAsync(city, period.To, cancellation),
            Audits = await audits.AllAsync(cancellation: cancellation),
            Proposals = [.. (await proposals.AllAsync(cancellation)).Where(p => p.Status is ProposalStatus.Notice or ProposalStatus.Scheduled)],
            Purges = [.. (await purges.LastAsync(MostPurgeRuns, cancellation)).Where(run => Within(run, period, city))],
            Head = await heads.ReadAsync(city, cancellation),
            LogEntries = (await log.ByActAsync(period.FromDay, period.ToDay, cancellation)).Sum(act => act.Entries),
        };
    }

    private static bool Within(PurgeRun run, Period period, City city) => run.AtMs >= period.FromMs(city) && run.AtMs < period.EndMs(city);

    private static Dictionary<string, IReadOnlyList<long>> Weekly(Period period, IReadOnlyList<DailyTotal> rows)
    {
        var areas = new Dictionary<string, long[]>();
        foreach (var row in rows)
        {
            if (row.AreaId.Length > 0 && City.TryDay(row.Day, out var day))
            {
                if (!areas.TryGetValue(row.AreaId, out var weeks))
                {
                    areas[row.AreaId] = weeks = new long[(period.Days + 6) / 7];
                }

                weeks[(day.DayNumber - period.From.DayNumber) / 7] += row.Value;
            }
        }

        return areas.ToDictionary(area => area.Key, area => (IReadOnlyList<long>)area.Value);
    }
}
