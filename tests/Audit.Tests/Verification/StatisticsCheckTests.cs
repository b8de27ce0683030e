using Transparency.Audit.Notes;
using Transparency.Audit.Schemas;
using Transparency.Audit.Verification;

namespace Transparency.Audit.Tests.Verification;

public sealed class StatisticsCheckTests
{
    private const string Own = "Marisol Bay Police Department";
    private const string Partner = "Port Calder Police Department";

    // Every published number, and the same number told wrong.
    public static TheoryData<string, string, string> Lies => new()
    {
        { "statistics", "\"reads\":7", "\"reads\":8" },
        { "statistics", "\"hits\":2", "\"hits\":1" },
        { "statistics", "\"searches_own\":3", "\"searches_own\":2" },
        { "statistics", "\"searches_outside\":1", "\"searches_outside\":0" },
        { "statistics", "\"searches_refused\":1", "\"searches_refused\":0" },
        { "statistics", "\"photographs_viewed\":1", "\"photographs_viewed\":2" },
        { "statistics", "\"purged\":5", "\"purged\":50" },
        { "statistics/purposes", "\"theft\",\"searches\":4", "\"theft\",\"searches\":3" },
        { "statistics/purposes", "\"theft\"", "\"arson\"" },
        { "statistics/refusals", "\"refused\":1", "\"refused\":2" },
        { "statistics/agencies", "\"searches\":1", "\"searches\":4" },
        { "statistics/areas", "\"vehicles_read\":4", "\"vehicles_read\":3" },
        { "statistics/outcomes", "\"alerts\":1", "\"alerts\":2" },
        { "audits", "\"outcome\":\"findings\"", "\"outcome\":\"passed\"" },
        { "audits", "\"findings\":2", "\"findings\":0" },
        { "policy", "\"retention_days\":30", "\"retention_days\":60" },
        { "sharing", "Port Calder", "Monte Claro" },
        { "documents", "abc", "abd" },
        { "cameras", "\"live\":1", "\"live\":2" },
    };

    [Fact]
    public async Task Published_numbers_that_the_entries_give_are_said_to_hold()
    {
        var log = Published();
        var report = await log.VerifyAsync();
        Assert.Empty(report.Problems);
        Assert.Equal(11, report.Statistics!.Tables);
        Assert.Equal(1, report.Statistics.Withheld);
        Assert.True(report.Statistics.Numbers > 20);
    }

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task Any_published_number_told_wrong_is_found_and_named(string table, string truth, string lie)
    {
        var log = Published();
        Assert.Contains(truth, log.Tables![table], StringComparison.Ordinal);
        log.Tables[table] = log.Tables[table].Replace(truth, lie, StringComparison.Ordinal);
        var report = await log.VerifyAsync();
        Assert.StartsWith(table, report.Problems[0].Where, StringComparison.Ordinal);
        Assert.False(report.Holds);
    }

    [Fact]
    public async Task A_log_without_statistics_beside_it_is_checked_and_that_is_remarked()
    {
        var log = Published();
        log.Tables = [];
        var report = await log.VerifyAsync();
        Assert.True(report.Holds);
        Assert.Contains("No statistics", Assert.Single(report.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_not_opened_yet_leave_the_number_open_and_no_further()
    {
        var log = Published();
        log.Disclose("2026-11-02", field => field.Publication == Publication.Public && field.Name != CommonFields.Purpose);
        log.Tables!["statistics/purposes"] = log.Tables["statistics/purposes"].Replace("\"searches\":4", "\"searches\":3", StringComparison.Ordinal);
        Assert.True((await log.VerifyAsync()).Holds);
        log.Tables["statistics/purposes"] = log.Tables["statistics/purposes"].Replace("\"searches\":3", "\"searches\":5", StringComparison.Ordinal);
        Assert.Equal("The portal publishes 5 searches for theft; the log has 0 to 4.", Assert.Single((await log.VerifyAsync()).Problems).What);
    }

    [Theory]
    [InlineData("2026-09-20", 5, "no purge covers them")]
    [InlineData("2026-11-01", 4, "neither destroyed")]
    public async Task Reads_past_retention_without_a_purge_are_found(string before, int destroyed, string words)
    {
        var log = new SampleLog();
        log.Add(
            Policy(),
            (LogActs.DailyTotals, "2026-09-28", Values(("date", "2026-09-28"), ("reads", "5"), ("reads-by-area", "{}"))),
            (RetentionActs.Purge, "2026-11-02", Values(("before", before), ("detections", $"{destroyed}"), ("held", "0"), ("retention-days", "30"))));
        Assert.Contains(words, (await log.VerifyAsync()).Problems[0].What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Witnesses_asked_for_must_have_signed()
    {
        using var witness = new NoteSigner(Golden.WitnessName, NoteKey.Cosignature, Golden.WitnessSeed);
        var log = SampleLog.Of(3);
        var request = new VerifyRequest { Key = log.Key, Witnesses = [witness.Key], WitnessesNeeded = 1 };
        Assert.Contains(Golden.WitnessName, Assert.Single((await log.VerifyAsync(request)).Problems).What, StringComparison.Ordinal);
        log.Cosign(witness);
        var report = await log.VerifyAsync(request);
        Assert.True(report.Holds);
        Assert.Equal(Golden.CosignedAt, Assert.Single(report.Cosigned).CosignedAt);
    }

    [Fact]
    public async Task A_head_of_the_same_size_that_somebody_else_was_shown_is_a_split_view()
    {
        var other = SampleLog.Of(3);
        var log = SampleLog.Of(3);
        var theirs = new KnownHead("the head in their.txt", other.Head);
        var report = await log.VerifyAsync(new VerifyRequest { Key = log.Key, Others = [theirs] });
        Assert.Contains("Two different heads of 3 entries", Assert.Single(report.Problems).What, StringComparison.Ordinal);
    }

    private static SampleLog Published()
    {
        var log = new SampleLog();
        (string, string, IReadOnlyDictionary<string, string>?) Search(string organisation, string agency) =>
            (SearchActs.Search, "2026-11-02", Values(("purpose", "theft"), ("agency", agency), ("organisation", organisation)));
        log.Add(
            Search(Own, "marisol-bay-pd"), Search(Own, "marisol-bay-pd"), Search(Own, "marisol-bay-pd"), Search(Partner, "port-calder-pd"),
            (SearchActs.SearchRefused, "2026-11-02", Values(("refusal", "no-case-number"), ("agency", "marisol-bay-pd"), ("organisation", Own))),
            (SearchActs.PhotoViewed, "2026-11-02", Values(("agency", "marisol-bay-pd"), ("organisation", Own))),
            (AlertActs.AlertDisposition, "2026-11-02", Values(("disposition", "recovered"))),
            (LogActs.DailyTotals, "2026-11-02", Values(("date", "2026-11-02"), ("reads", "7"), ("alerts", "2"), ("reads-by-area", """{"harbor":4,"old-town":3}"""))),
            (RetentionActs.Purge, "2026-11-02", Values(("before", "2026-10-03"), ("detections", "5"), ("held", "0"))),
            (OversightActs.AuditCompleted, "2026-11-02", Values(("title", "Weekly review"), ("result", "findings"), ("findings", "2"))),
            (SharingActs.ShareChange, "2026-11-02", Values(("partner-name", Partner), ("direction", "outbound-search"), ("change", "agreed"))),
            (OversightActs.DocumentPublished, "2026-11-02", Values(("digest", "abc"), ("title", "A"))),
            (CameraActs.CameraLive, "2026-11-01", Values(("camera", "1"), ("area", "harbor"))),
            Policy());
        log.Tables = new Dictionary<string, string>
        {
            ["statistics"] = """{"day":"2026-11-02","reads":7,"hits":2,"searches_own":3,"searches_outside":1,"searches_refused":1,"photographs_viewed":1,"purged":5}""",
            ["statistics/purposes"] = """{"purpose":"theft","searches":4},{"purpose":"homicide","searches":"withheld"}""",
            ["statistics/refusals"] = """{"reason":"no-case-number","refused":1}""",
            ["statistics/agencies"] = $$"""{"agency":"{{Own}}","searches":3,"refused":1},{"agency":"{{Partner}}","searches":1,"refused":0}""",
            ["statistics/areas"] = """{"area":"Harbor","vehicles_read":4},{"area":"Old Town","vehicles_read":3}""",
            ["statistics/outcomes"] = """{"outcome":"recovered","alerts":1},{"outcome":"arrest","alerts":0}""",
            ["audits"] = """{"title":"Weekly review","outcome":"findings","findings":2},{"title":"Next","outcome":"due","findings":null}""",
            ["policy"] = """{"version":3,"adopted":"2026-09-15","retention_days":30}""",
            ["sharing"] = $$"""{"agency":"{{Partner}}","direction":"outbound-search","decision":"in-force"}""",
            ["documents"] = """{"title":"A","sha256":"abc"}""",
            ["cameras"] = """{"area":"Harbor","live":1},{"area":"Old Town","live":0}""",
        };
        return log;
    }

    private static (string, string, IReadOnlyDictionary<string, string>?) Policy() =>
        (CouncilActs.PolicyVersion, "2026-11-01", Values(("policy", "3"), ("adopted", "2026-09-15"), ("retention-days", "30")));

    private static Dictionary<string, string> Values(params IEnumerable<(string Name, string Value)> values) =>
        values.ToDictionary(value => value.Name, value => value.Value);
}
