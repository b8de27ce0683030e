using Transparency.Audit.Schemas;

namespace Transparency.Audit.Verification.Statistics;

/// <summary>
/// Checks that deletion kept up with the policy: every day with reads that is older than the retention in force has a purge that covers
/// it, and as many reads were destroyed as were read, but for what holds keep and what was destroyed as suppressed.
/// </summary>
internal sealed class PurgeCheck(Tally tally, Findings findings)
{
    /// <param name="lastDay">The last day whose values are published.</param>
    public void Run(string lastDay)
    {
        var totals = DailyComparison.Totals(tally);
        var policies = tally.Kept(CouncilActs.PolicyVersion).Where(entry => entry.Values.Count > 0).ToList();
        if (totals.Count == 0 || policies.Count == 0 || tally.Unopened(RetentionActs.Purge, "", lastDay) > 0)
        {
            return;
        }
        // The longest that any version said: a shorter one may have come into force only just now.
        var retention = policies.Max(policy => DailyComparison.Number(policy.Value("retention-days")));
        var purges = tally.Kept(RetentionActs.Purge).Where(purge => purge.Values.Count > 0).ToList();
        var covered = purges.Select(purge => purge.Value("before")).Max(StringComparer.Ordinal) ?? "";
        // A day more: the cutoff moves through the day, and a day's purge may follow shortly after midnight.
        var due = StatisticsCheck.Text(DateOnly.ParseExact(lastDay, "yyyy-MM-dd").AddDays(-(int)Math.Min(retention, 36500) - 1));
        var late = totals.Values
            .Where(day => string.CompareOrdinal(day.Day, due) < 0 && string.CompareOrdinal(day.Day, covered) >= 0 && DailyComparison.Number(day.Value("reads")) > 0)
            .Select(day => day.Day)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (late.Count > 0)
        {
            findings.Problem("purge", $"Reads of {late[0]} are older than the {retention} days the policy allows, and no purge covers them ({late.Count} such days).");
        }
        Reconcile(totals, purges, covered);
    }

    private void Reconcile(Dictionary<string, OpenedEntry> totals, List<OpenedEntry> purges, string covered)
    {
        long Reads(Func<string, bool> isIn) => totals.Values.Where(day => isIn(day.Day)).Sum(day => DailyComparison.Number(day.Value("reads")));
        // The first purge of the log may have destroyed reads from before the log counted any.
        var destroyed = purges.Sum(purge => DailyComparison.Number(purge.Value("detections")));
        var held = purges.Count == 0 ? 0 : DailyComparison.Number(purges.MaxBy(purge => (purge.Value("before"), purge.Index))!.Value("held"));
        var released = tally.Kept(RetentionActs.HoldReleased).Sum(hold => DailyComparison.Number(hold.Value("detections")));
        var missing = Reads(day => string.CompareOrdinal(day, covered) < 0) - destroyed - held - released;
        var suppressions = tally.Kept(RetentionActs.Suppression).Count;
        if (missing > 0 && suppressions > 0)
        {
            findings.Remark($"{missing} reads past retention are in no purge; {suppressions} suppressions, whose counts are sealed, may account for them.");
        }
        else if (missing > 0)
        {
            findings.Problem("purge", $"Of the reads captured before {covered}, {missing} were neither destroyed by a purge nor are they held.");
        }
    }
}
