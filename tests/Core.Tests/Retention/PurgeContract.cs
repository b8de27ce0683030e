using Transparency.Core.AuditTrail;
using Transparency.Core.Detections;
using Transparency.Core.Policies;
using Transparency.Core.Retention;
using Transparency.Core.Searches;
using Transparency.Core.Tests.AuditTrail;
using Transparency.Core.Tests.Database;

namespace Transparency.Core.Tests.Retention;

/// <summary>What the purge promises, on either engine.</summary>
public abstract class PurgeContract
{
    private static readonly byte[] Jpeg = [0xff, 0xd8, 1, 2, 3];

    protected abstract TestEngine Engine { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_past_the_policys_age_is_destroyed_and_what_is_not_stays()
    {
        await using var city = await TestCity.CreateAsync(Engine);
        var old = await city.CarAsync("7OLD123", TestCity.HarborCamera, TimeSpan.FromDays(29.5), Jpeg);
        var kept = await city.CarAsync("7NEW123", TestCity.HarborCamera, TimeSpan.FromDays(20), Jpeg);
        city.Clock.Advance(TimeSpan.FromDays(1));
        var run = await PurgeAsync(city);
        Assert.Equal((1, 1, old.Value, old.Value), (run!.Detections, run.Photographs, run.FirstId, run.LastId));
        Assert.Equal(kept.Value, await city.ScalarAsync<long>("select id from detections"));
        Assert.NotNull(await city.Get<PhotographStore>().ReadAsync(kept, Cancellation));
        Assert.Null(await city.Get<PhotographStore>().ReadAsync(old, Cancellation));
    }

    [Fact]
    public async Task The_log_tells_how_much_was_destroyed_and_which_keys()
    {
        await using var city = await TestCity.CreateAsync(Engine);
        await city.CarAsync("7OLD123", TestCity.HarborCamera, TimeSpan.FromDays(29), Jpeg);
        await city.CarAsync("7OLD124", TestCity.HarborCamera, TimeSpan.FromDays(28.9));
        city.Clock.Advance(TimeSpan.FromDays(5));
        var run = await PurgeAsync(city);
        var entry = await city.LastEntryAsync("purge");
        Assert.Equal(
            ("2026-10-28", "30", "2", "1", "1", "photo-2026-10-24"),
            (entry!["before"], entry["retention-days"], entry["detections"], entry["photographs"], entry["keys"], entry["key-ids"]));
        Assert.Equal(run!.Id, Assert.Single(await city.Get<PurgeStore>().LastAsync(cancellation: Cancellation)).Id);
        Assert.Equal(2, await city.ScalarAsync<int>("select value from daily_totals where measure = 'purged'"));
    }

    [Fact]
    public async Task Daily_totals_outlive_what_they_counted()
    {
        await using var city = await TestCity.CreateAsync(Engine);
        await city.CarAsync("7OLD123", TestCity.HarborCamera, TimeSpan.FromDays(29));
        city.Clock.Advance(TimeSpan.FromDays(31));
        await PurgeAsync(city);
        Assert.Equal(0, await city.ScalarAsync<int>("select count(*) from detections"));
        Assert.Equal(1, await city.ScalarAsync<int>("select value from daily_totals where measure = 'reads' and area_id = ''"));
    }

    [Fact]
    public async Task A_key_is_destroyed_when_its_whole_day_is_past_and_not_before()
    {
        await using var city = await TestCity.CreateAsync(Engine);
        await city.CarAsync("7ABC123", TestCity.HarborCamera, TimeSpan.Zero, Jpeg);
        city.Clock.Advance(TimeSpan.FromDays(30).Add(TimeSpan.FromHours(1)));
        Assert.Equal(("", 1), await OutcomeAsync(city));
        city.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(("2026-11-22", 0), await OutcomeAsync(city));
        Assert.Empty(city.Get<KeyVault>().DaysWithShare());
        Assert.Equal(0, await city.ScalarAsync<int>("select count(*) from photo_keys"));
    }

    [Fact]
    public async Task What_an_old_search_found_is_destroyed_with_its_detections_and_the_search_stays_on_record()
    {
        await using var city = await TestCity.CreateAsync(Engine);
        await city.CarAsync("7ABC123", TestCity.HarborCamera, TimeSpan.FromDays(1));
        Assert.Equal(1, (await city.SearchAsync(city.Request("7ABC123"))).Count);
        city.Clock.Advance(TimeSpan.FromDays(31));
        await PurgeAsync(city);
        Assert.Equal(0, await city.ScalarAsync<int>("select count(*) from search_pages"));
        Assert.Equal(1, await city.ScalarAsync<int>("select results from searches"));
    }

    [Fact]
    public async Task Of_a_page_of_results_only_what_is_past_is_destroyed()
    {
        await using var city = await TestCity.CreateAsync(Engine);
        for (var days = 0; days < 4; days++)
        {
            await city.CarAsync("7ABC123", TestCity.HarborCamera, TimeSpan.FromDays(days));
        }

        city.Clock.Advance(TimeSpan.FromSeconds(1));
        var search = await city.SearchAsync(city.Request("7ABC123"));
        Assert.Equal(4, search.Count);
        city.Clock.Advance(TimeSpan.FromDays(27.5));
        Assert.Equal(1, (await PurgeAsync(city))!.Detections);
        var ids = ResultIds.Read((await city.ScalarAsync<byte[]>("select ids from search_pages"))!);
        Assert.Equal(search.Results.Take(3).Select(result => result.Detection.Value), ids);
        Assert.Equal(ids[^1], await city.ScalarAsync<long>("select oldest_id from search_pages"));
        Assert.Equal(3, (await city.Get<SearchResultQuery>().PageAsync(search.SearchId, MarisolBay.OfficerId, 0, 100, Cancellation)).Count);
    }

    [Fact]
    public async Task Nothing_due_leaves_no_entry()
    {
        await using var city = await TestCity.CreateAsync(Engine);
        await city.CarAsync("7ABC123", TestCity.HarborCamera, TimeSpan.Zero);
        Assert.Null(await PurgeAsync(city));
        Assert.Null(await city.LastEntryAsync("purge"));
    }

    [Fact]
    public async Task Many_steps_are_one_run_and_an_interrupted_purge_is_counted_by_the_next()
    {
        await using var city = await TestCity.CreateAsync(Engine);
        var cars = Enumerable.Range(0, PurgeExpired.Step + 500)
            .Select(i => city.Car($"7AB{i:0000}", TestCity.HarborCamera, TimeSpan.FromDays(29) + TimeSpan.FromSeconds(i)))
            .ToList();
        await city.DeliverAsync(cars);
        city.Clock.Advance(TimeSpan.FromDays(3));
        var end = DetectionId.Floor(city.Clock.Now.AddDays(-30));
        Assert.Equal(10, await city.Database.Sql.WriteAsync(scope => city.Get<PurgeStore>().DeleteStepAsync(scope, end, 10), Cancellation));
        var run = await PurgeAsync(city);
        Assert.Equal(cars.Count, run!.Detections);
        Assert.Equal((cars.Min(car => car.Id).Value, cars.Max(car => car.Id).Value), (run.FirstId, run.LastId));
        Assert.Equal("1500", (await city.LastEntryAsync("purge"))!["detections"]);
    }

    [Fact]
    public async Task A_shorter_policy_purges_at_the_next_run()
    {
        await using var city = await TestCity.CreateAsync(Engine);
        await city.CarAsync("7ABC123", TestCity.HarborCamera, TimeSpan.FromDays(25));
        Assert.Null(await PurgeAsync(city));
        await city.PublishAsync(PolicyPresets.Washington);
        Assert.Equal(1, (await PurgeAsync(city))!.Detections);
    }

    private static async Task<(string Keys, int Shares)> OutcomeAsync(TestCity city) =>
        ((await PurgeAsync(city))?.KeysDestroyed ?? "none", city.Get<KeyVault>().DaysWithShare().Count);

    private static Task<PurgeRun?> PurgeAsync(TestCity city) => city.Get<PurgeExpired>().RunAsync(
        new AuditContext { Actor = Actor.System(MarisolBay.City), Purpose = "retention", At = city.Clock.Now }, Cancellation);
}

public sealed class PurgeOnSqlite : PurgeContract
{
    protected override TestEngine Engine => TestEngine.Sqlite;
}

public sealed class PurgeOnSqlServer : PurgeContract
{
    protected override TestEngine Engine => TestEngine.SqlServer;
}
