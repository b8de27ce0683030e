using Transparency.Core.Agencies;
using Transparency.Core.Approvals;
using Transparency.Core.Audits;
using Transparency.Core.Cameras;
using Transparency.Core.Policies;
using Transparency.Core.Retention;
using Transparency.Core.Sharing;
using Transparency.Portal.Public.Cameras;
using Transparency.Portal.Public.Periods;
using Transparency.Portal.Public.Statistics;
using Transparency.Reports.Seal;

namespace Transparency.Portal.ReportAssembly;

/// <summary>What a quarter's report is made of: the values that the pages are made of, for its days.</summary>
public sealed record QuarterFacts
{
    public required City City { get; init; }

    public required Quarter Quarter { get; init; }

    /// <summary>When the facts were read.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The days of the quarter that have passed, today included.</summary>
    public required Core.Statistics.Period Period { get; init; }

    public required PeriodStatistics Statistics { get; init; }

    /// <summary>The whole quarter before; null when records do not reach back that far.</summary>
    public required PeriodStatistics? Before { get; init; }

    /// <summary>The policy in force at the end of the period; null when there was none.</summary>
    public required PolicyVersion? Policy { get; init; }

    public required IReadOnlyList<PolicyVersion> Policies { get; init; }

    public required CameraContent Cameras { get; init; }

    /// <summary>Reads by area, a number for each seven days from the first.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<long>> WeeklyReads { get; init; }

    /// <summary>The list of the period's last day.</summary>
    public required SharingList Sharing { get; init; }

    public required IReadOnlyList<AuditRecord> Audits { get; init; }

    /// <summary>Proposals that are open now.</summary>
    public required IReadOnlyList<Proposal> Proposals { get; init; }

    /// <summary>Runs of the purge in the period.</summary>
    public required IReadOnlyList<PurgeRun> Purges { get; init; }

    /// <summary>The newest signed head of the log; null before the first.</summary>
    public required LogHead? Head { get; init; }

    /// <summary>Entries of the period's days that are in the tree.</summary>
    public required long LogEntries { get; init; }

    /// <summary>Cameras that were there and switched on at some time before the end of a day, and not removed by then.</summary>
    public static long CamerasOn(IEnumerable<Camera> cameras, City city, DateOnly day)
    {
        var end = city.StartOf(day.AddDays(1)).ToUnixTimeMilliseconds();
        return cameras.Count(c => c.LiveMs < end && (c.RemovedMs is null || c.RemovedMs >= end) && c.Status != CameraStatus.Paused);
    }
}
