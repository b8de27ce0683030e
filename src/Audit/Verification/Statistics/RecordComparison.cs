using Transparency.Audit.Schemas;

namespace Transparency.Audit.Verification.Statistics;

/// <summary>
/// Tables that are lists: each published row must be in the log, and what the log says happened must be published. What happened on days
/// not opened yet can be in the list and not in the log's openings; so many rows may be without their entry.
/// </summary>
internal sealed class RecordComparison(Tally tally, Comparison comparison)
{
    private const string Anytime = "9999-12-31";

    public void Audits(PublishedTable table) => Match(
        "audits", OversightActs.AuditCompleted,
        table.Rows.Where(row => row.Text("outcome") is "passed" or "findings" or "failed")
            .Select(row => $"{row.Text("title")}: {row.Text("outcome")}, {row.Number("findings") ?? 0} findings"),
        entry => $"{entry.Value("title")}: {entry.Value("result")}, {DailyComparison.Number(entry.Value("findings"))} findings");

    public void Policies(PublishedTable table) => Match(
        "policy", CouncilActs.PolicyVersion,
        table.Rows.Select(row => $"version {row.Number("version")}, adopted {row.Text("adopted")}, {row.Number("retention_days")} days kept"),
        entry => $"version {entry.Value("policy")}, adopted {entry.Value("adopted")}, {entry.Value("retention-days")} days kept");

    /// <summary>Every document that can be read now was published, with these bytes, by an entry.</summary>
    public void Documents(PublishedTable table)
    {
        var digests = tally.Kept(OversightActs.DocumentPublished).Concat(tally.Kept(OversightActs.ReportIssued))
            .Select(entry => entry.Value("digest"))
            .ToHashSet();
        Excess(
            "documents",
            table.Rows.Where(row => !digests.Contains(row.Text("sha256"))).Select(row => $"\"{row.Text("title")}\""),
            Unopened(OversightActs.DocumentPublished) + Unopened(OversightActs.ReportIssued));
    }

    /// <summary>What is said to be shared now was agreed by the last entry about that agency and direction, and nothing else is shared.</summary>
    public void Sharing(PublishedTable table)
    {
        var standing = tally.Kept(SharingActs.ShareChange)
            .Where(entry => entry.Values.Count > 0)
            .GroupBy(entry => $"{entry.Value("partner-name")}, {entry.Value("direction")}")
            .ToDictionary(changes => changes.Key, Last);
        var published = table.Rows.ToLookup(row => $"{row.Text("agency")}, {row.Text("direction")}", row => row.Text("decision"));
        Excess(
            "sharing",
            published.Where(rows => rows.Contains("in-force") && !standing.GetValueOrDefault(rows.Key, []).Any(IsAgreed)).Select(rows => rows.Key),
            Unopened(SharingActs.ShareChange));
        foreach (var (key, changes) in standing.Where(pair => pair.Value.All(IsAgreed) && !published.Contains(pair.Key)))
        {
            comparison.Record("sharing", $"The log says that sharing was {changes[0]} ({key}); the published list does not name it.");
        }
    }

    /// <summary>How many cameras are on in each area.</summary>
    public void Cameras(PublishedTable table)
    {
        var changes = tally.Kept(CameraActs.CameraLive).Select(entry => (entry, IsLive: true))
            .Concat(tally.Kept(CameraActs.CameraOff).Select(entry => (entry, IsLive: false)))
            .Where(change => change.entry.Values.Count > 0)
            .ToList();
        var slack = Unopened(CameraActs.CameraLive) + Unopened(CameraActs.CameraOff) + Ambiguous(changes);
        var live = changes.GroupBy(change => change.entry.Value("camera"))
            .Select(camera => camera.OrderBy(change => change.entry.Day, StringComparer.Ordinal).ThenBy(change => change.entry.Index).Last())
            .Where(last => last.IsLive)
            .CountBy(last => last.entry.Value("area"))
            .ToDictionary();
        foreach (var row in table.Rows)
        {
            var area = CategoryComparison.Code(row.Text("area"));
            long count = table.Rows.Count == 1 ? live.Values.Sum() : live.GetValueOrDefault(area);
            comparison.Number("cameras", $"cameras switched on in {row.Text("area")}", row, "live", new Count(Math.Max(0, count - slack), count + slack));
        }
    }

    // Within a day the log does not tell what came first: both ends of such a day count.
    private static string[] Last(IEnumerable<OpenedEntry> changes) =>
        changes.GroupBy(entry => entry.Day).MaxBy(day => day.Key, StringComparer.Ordinal)!.Select(entry => entry.Value("change")).ToArray();

    private static bool IsAgreed(string change) => change is "agreed" or "changed" or "resumed";

    private static long Ambiguous(IEnumerable<(OpenedEntry Entry, bool IsLive)> changes) => changes
        .GroupBy(change => (change.Entry.Value("camera"), change.Entry.Day))
        .LongCount(day => day.Select(change => change.IsLive).Distinct().Count() > 1);

    private void Match(string name, string act, IEnumerable<string> rows, Func<OpenedEntry, string> words)
    {
        var logged = tally.Kept(act).Where(entry => entry.Values.Count > 0).Select(words).CountBy(text => text).ToDictionary();
        var published = rows.CountBy(text => text).ToDictionary();
        Excess(name, published.Where(row => logged.GetValueOrDefault(row.Key) < row.Value).Select(row => row.Key), Unopened(act));
        foreach (var (text, count) in logged)
        {
            comparison.Record(name, published.GetValueOrDefault(text) < count ? $"The log records \"{text}\"; the published list does not." : null);
        }
    }

    // Rows without an entry, less those whose entries may just not be opened.
    private void Excess(string name, IEnumerable<string> rows, long unopened)
    {
        foreach (var row in rows.Skip((int)Math.Min(unopened, int.MaxValue)))
        {
            comparison.Record(name, $"The portal publishes {row}; the log records nothing of it.");
        }
    }

    private long Unopened(string act) => tally.Unopened(act, "", Anytime);
}
