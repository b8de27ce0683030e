using System.Globalization;
using Dapper;
using Transparency.Core.AuditTrail;
using Transparency.Core.Audits;
using Transparency.Core.Demonstration;
using Transparency.Core.Detections;
using Transparency.Core.Policies;
using Transparency.Core.Sharing;
using Transparency.Core.Searches;
using Transparency.Core.Statistics;
using Transparency.Core.Tests.AuditTrail;

namespace Transparency.Core.Tests.Demonstration;

public sealed class SeedDemonstrationTests(DemonstrationDatabase demonstration) : IClassFixture<DemonstrationDatabase>
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_large_enough_to_be_believed()
    {
        Assert.InRange(await CountAsync("detections"), 200_000, 260_000);
        Assert.Equal(12, await CountAsync("cameras where status = 'live'"));
        Assert.Equal(6, await CountAsync("areas"));
        Assert.Equal(26, await CountAsync("agencies"));
        Assert.Equal(3, await CountAsync("policies"));
        Assert.InRange(await CountAsync("searches where refusal is null"), 2_500, 4_000);
        Assert.InRange(await CountAsync("searches where refusal is not null"), 100, 400);
        Assert.InRange(await CountAsync("alerts"), 2_000, 5_000);
        Assert.InRange(await CountAsync("daily_totals where measure = 'reads' and area_id = ''"), 420, 430);
    }

    [Fact]
    public async Task The_total_of_every_stored_day_is_the_number_of_its_detections()
    {
        await using var connection = await demonstration.Database.Sql.OpenAsync(Cancellation);
        var first = new DetectionId(await connection.ExecuteScalarAsync<long>("select min(id) from detections"));
        var totals = new DailyTotalStore(demonstration.Database.Sql);
        var stored = new Period(SeedDemonstration.City.DayOf(first.CapturedAt), Today);
        Assert.InRange(stored.Days, 30, 32);
        foreach (var day in stored.EachDay())
        {
            var rows = (await connection.QueryAsync<(string Area, long Count)>(
                "select c.area_id, count(*) from detections d join cameras c on c.number = d.camera where d.id >= @from and d.id < @to group by c.area_id",
                new { from = Floor(day), to = Floor(day.AddDays(1)) })).ToDictionary(row => row.Area, row => row.Count);
            var published = (await totals.ReadAsync(new Period(day, day), Measures.Reads, Cancellation)).ToDictionary(row => row.AreaId, row => row.Value);
            Assert.Equal(rows.Values.Sum(), published[""]);
            Assert.All(rows, row => Assert.Equal(row.Value, published[row.Key]));
        }
    }

    [Fact]
    public async Task What_was_read_was_either_purged_with_an_entry_or_is_stored()
    {
        var sums = await new DailyTotalStore(demonstration.Database.Sql).SumAsync(new Period(Today.AddYears(-2), Today), Cancellation);
        Assert.Equal(sums[Measures.Reads], sums[Measures.Purged] + await CountAsync("detections"));
        Assert.Equal(sums[Measures.Purged], await SumOfFieldAsync("purge", "detections"));
    }

    [Theory]
    [InlineData("search", "searches where refusal is null")]
    [InlineData("search-refused", "searches where refusal is not null")]
    [InlineData("photo-viewed", "photo_views")]
    [InlineData("alert-raised", "alerts")]
    [InlineData("alert-verified", "alerts where verified_ms is not null")]
    [InlineData("alert-disposition", "alerts where closed_ms is not null")]
    [InlineData("purge", "purge_runs")]
    [InlineData("policy-version", "policies")]
    [InlineData("document-published", "documents")]
    [InlineData("camera-live", "cameras")]
    [InlineData("approval", "approvals")]
    public async Task Every_record_has_its_entry(string act, string records) =>
        Assert.Equal(await CountAsync(records), await CountAsync($"log_entries where act = '{act}'"));

    [Fact]
    public async Task Published_counts_equal_the_log()
    {
        var all = new Period(Today.AddYears(-2), Today);
        var sums = await new DailyTotalStore(demonstration.Database.Sql).SumAsync(all, Cancellation);
        var query = new SearchStatisticsQuery(demonstration.Database.Sql);
        Assert.Equal(await CountAsync("log_entries where act = 'search'"), sums[Measures.SearchesOwn] + sums[Measures.SearchesOutside]);
        Assert.Equal(await CountAsync("log_entries where act = 'search-refused'"), sums[Measures.SearchesRefused]);
        Assert.Equal(await CountAsync("log_entries where act = 'alert-raised'"), sums[Measures.Hits]);
        Assert.Equal(sums[Measures.SearchesOwn] + sums[Measures.SearchesOutside], (await query.ByPurposeAsync(SeedDemonstration.City, all, 0, Cancellation)).Total);
        Assert.Equal(sums[Measures.SearchesRefused], (await query.RefusedAsync(SeedDemonstration.City, all, 0, Cancellation)).Total);
        var yesterday = new Period(all.From, Today.AddDays(-1));
        Assert.Equal(
            (await new DailyTotalStore(demonstration.Database.Sql).SumAsync(yesterday, Cancellation))[Measures.Reads],
            await SumOfFieldAsync("daily-totals", "reads"));
        Assert.Empty(await new RecordDailyTotals(
            demonstration.Database.Sql, SeedDemonstration.City, new AuditLog(SeedDemonstration.City)).RunAsync(DemonstrationDatabase.Now, Cancellation));
    }

    [Fact]
    public async Task Statistics_of_a_month_equal_a_recount_of_its_rows()
    {
        var (sql, city) = (demonstration.Database.Sql, SeedDemonstration.City);
        var october = new Period(new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 31));
        await using var connection = await sql.OpenAsync(Cancellation);
        var searches = (await connection.QueryAsync<(long AtMs, string Agency, string Purpose, string? Refusal)>(
            "select at_ms, agency_id, purpose, refusal from searches")).Where(search => IsIn(search.AtMs)).ToList();
        var purposes = searches.Where(search => search.Refusal is null).CountBy(search => search.Purpose).ToDictionary();
        var published = await new SearchStatisticsQuery(sql).ByPurposeAsync(city, october, 10, Cancellation);
        Assert.Equal(purposes.Keys.Order(), published.Categories.Select(category => category.Code).Order());
        Assert.All(published.Categories, category => Assert.True(category.Count is null || category.Count == purposes[category.Code]));
        Assert.All(published.Categories, category => Assert.False(category.Count is > 0 and < 10));
        var agencies = await new SearchStatisticsQuery(sql).ByAgencyAsync(city, october, Cancellation);
        Assert.All(agencies, agency => Assert.Equal(
            (searches.Count(search => search.Agency == agency.AgencyId && search.Refusal is null),
                searches.Count(search => search.Agency == agency.AgencyId && search.Refusal is not null)),
            (agency.Searches, agency.Refused)));
        var alerts = (await connection.QueryAsync<(long AtMs, string? Verification, string? Disposition)>(
            "select raised_ms, verification, disposition from alerts")).Where(alert => IsIn(alert.AtMs)).ToList();
        var outcomes = await new AlertStatisticsQuery(sql).ReadAsync(city, october, 0, Cancellation);
        Assert.Equal(alerts.Count, outcomes.Raised);
        Assert.All(outcomes.Closed.Categories, outcome => Assert.Equal(alerts.Count(alert => alert.Disposition == outcome.Code), outcome.Count));
        Assert.Equal(
            100.0 * alerts.Count(alert => alert.Verification == "stale") / alerts.Count(alert => alert.Verification is not null), outcomes.StalePercent);

        bool IsIn(long atMs) => city.DayOf(DateTimeOffset.FromUnixTimeMilliseconds(atMs)) is var day && day >= october.From && day <= october.To;
    }

    [Fact]
    public async Task Results_of_recent_searches_can_be_opened_again()
    {
        await using var connection = await demonstration.Database.Sql.OpenAsync(Cancellation);
        var plates = (await connection.QueryAsync<(long Id, string Plate)>(
            "select d.id, p.text from detections d join plates p on p.plate_id = d.plate_id")).ToDictionary(row => row.Id, row => row.Plate);
        var results = (await connection.QueryAsync<(string Pattern, byte[] Ids)>(
            "select s.pattern, p.ids from search_pages p join searches s on s.id = p.search_id"))
            .SelectMany(page => ResultIds.Read(page.Ids).Select(id => (page.Pattern, Plate: plates[id])))
            .ToList();
        Assert.InRange(results.Count, 300, 100_000);
        Assert.All(results, result => Assert.True(result.Pattern.Length == 0 || PlatePattern.Read(result.Pattern, 1).Pattern!.Matches(result.Plate)));
    }

    [Fact]
    public async Task Some_detections_have_a_photograph_and_officers_viewed_some_of_them()
    {
        Assert.InRange(await CountAsync("detections where photo_bytes > 0"), 300, 700);
        Assert.InRange(await CountAsync("photo_views v join detections d on d.id = v.detection_id"), 20, 200);
        Assert.Equal(0, await CountAsync("photo_views v join detections d on d.id = v.detection_id where d.photo_bytes = 0"));
        await using var connection = await demonstration.Database.Sql.OpenAsync(Cancellation);
        var (id, plate) = await connection.QueryFirstAsync<(long, string)>(
            "select d.id, e.plate from detections d join alerts a on a.detection_id = d.id join hot_list_entries e on e.id = a.list_entry_id");
        var photographs = new PhotographStore(demonstration.Database.Folder, SeedDemonstration.City, demonstration.DayKeys);
        Assert.Equal(plate, System.Text.Encoding.ASCII.GetString((await photographs.ReadAsync(new DetectionId(id), Cancellation))!));
    }

    [Fact]
    public async Task The_public_pages_have_something_true_to_show()
    {
        var (sql, city) = (demonstration.Database.Sql, SeedDemonstration.City);
        var sharing = await new SharingListQuery(sql).ReadAsync(city, Today, Cancellation);
        Assert.Equal((8, 4, 1, 2), (sharing.CanSearchUs.Count, sharing.WeSearch.Count, sharing.ReceiveAlerts.Count, sharing.Contributors.Count));
        Assert.Equal(["audit-failed", "audit-overdue", "expired", "expired", "suspended"], sharing.Stopped.Select(line => line.Decision.Code).Order());
        Assert.Equal(["not-yet-effective", "requested"], sharing.Pending.Select(line => line.Decision.Code).Order());
        Assert.Equal(9, sharing.Refused.Count);
        Assert.All(sharing.CanSearchUs, line => Assert.True(line.Searches > 0, line.Name));

        var overview = await new OverviewQuery(sql).ReadAsync(city, DemonstrationDatabase.Now, Cancellation);
        Assert.Equal((12, 6, 8), (overview.CamerasLive, overview.Areas, overview.AgenciesWithAccess));
        Assert.InRange(overview.HitPercent!.Value, 0.05, 0.2);
        Assert.InRange(overview.VehiclesRead.Value, 195_000, 250_000);
        Assert.NotEqual(0, overview.SearchesOutside.Before);

        var alerts = await new AlertStatisticsQuery(sql).ReadAsync(city, new Period(Today.AddDays(-365), Today), 10, Cancellation);
        Assert.InRange(alerts.MisreadPercent!.Value, 5, 20);
        Assert.InRange(alerts.Unverified, 1, 20);
        Assert.Single(await new AuditStore(sql).AllAsync(AuditKind.Independent, Cancellation), audit => audit.CompletedDay is null);
        Assert.Equal(30, (await new PolicyStore(sql).InForceAsync(DemonstrationDatabase.Now, Cancellation))!.Terms.RetentionDays);
    }

    [Fact]
    public async Task A_second_load_changes_nothing() => Assert.Null(await demonstration.LoadAsync());

    [Fact]
    public async Task An_outsider_can_verify_the_whole_log()
    {
        using var key = new LogKey(demonstration.Database.Folder);
        await LogAssert.HoldsAsync(demonstration.Database.Sql, SeedDemonstration.City, key);
        await using var connection = await demonstration.Database.Sql.OpenAsync(Cancellation);
        Assert.Equal(0, await CountAsync("log_pending"));
        Assert.Equal("log-opened", await connection.ExecuteScalarAsync<string>(
            "select e.act from log_sequence s join log_entries e on e.id = s.entry_id where s.idx = 0"));
        Assert.Equal(0, await connection.ExecuteScalarAsync<int>(
            "select count(*) from (select distinct day from log_entries where day < '2026-11-22') e where not exists (select 1 from log_disclosures d where d.day = e.day)"));
    }

    private static long Floor(DateOnly day) => DetectionId.Floor(SeedDemonstration.City.StartOf(day)).Value;

    private async Task<int> CountAsync(string from)
    {
        await using var connection = await demonstration.Database.Sql.OpenAsync(Cancellation);
        return await connection.ExecuteScalarAsync<int>($"select count(*) from {from}");
    }

    private async Task<long> SumOfFieldAsync(string act, string field) =>
        (await LoggedEntry.ReadAsync(demonstration.Database.Sql, act)).Sum(entry => long.Parse(entry.Fields[field], CultureInfo.InvariantCulture));
}
