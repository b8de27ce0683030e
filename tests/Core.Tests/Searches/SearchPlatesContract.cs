using Transparency.Core.Detections;
using Transparency.Core.Searches;
using Transparency.Core.Tests.AuditTrail;
using Transparency.Core.Tests.Database;

namespace Transparency.Core.Tests.Searches;

/// <summary>What a search that is carried out promises, on either engine.</summary>
public abstract class SearchPlatesContract
{
    protected abstract TestEngine Engine { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("7ABC123", 2)]
    [InlineData("7abc-123", 2)]
    [InlineData("7ABC*", 3)]
    [InlineData("*C12?", 3)]
    [InlineData("7ABC999", 0)]
    public async Task A_search_shows_matching_detections_only_newest_first(string plate, int expected)
    {
        await using var city = await CityWithCarsAsync();
        var outcome = await city.SearchAsync(city.Request(plate));
        Assert.False(outcome.IsRefused);
        Assert.Equal((expected, expected), (outcome.Count, outcome.Results.Count));
        Assert.Equal(outcome.Results.OrderByDescending(result => result.CapturedAt), outcome.Results);
        Assert.All(outcome.Results, result => Assert.StartsWith("7ABC12", result.Plate, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_result_tells_where_when_and_how_surely()
    {
        await using var city = await CityWithCarsAsync();
        var result = (await city.SearchAsync(city.Request("7ABC124"))).Results.Single();
        Assert.Equal(
            ("7ABC124", 0.97, "CA", TestCity.OldTownCamera, "Mill Square", "Old Town", city.Clock.Now.AddHours(-3), false),
            (result.Plate, result.Confidence, result.State, result.Camera, result.CameraName, result.AreaName, result.CapturedAt, result.HasPhotograph));
    }

    [Fact]
    public async Task An_area_and_a_window_narrow_a_search()
    {
        await using var city = await CityWithCarsAsync();
        var request = city.Request("7ABC*");
        Assert.Equal(2, (await city.SearchAsync(request with { Areas = [TestCity.Harbor] })).Count);
        Assert.Equal(1, (await city.SearchAsync(request with { Areas = [TestCity.OldTown] })).Count);
        Assert.Equal(3, (await city.SearchAsync(request with { Areas = [TestCity.OldTown, TestCity.Harbor] })).Count);
        Assert.Equal(2, (await city.SearchAsync(request with { To = city.Clock.Now.AddHours(-1.8) })).Count);
        Assert.Equal(1, (await city.SearchAsync(request with { From = city.Clock.Now.AddHours(-1.8) })).Count);
    }

    [Fact]
    public async Task A_search_by_area_and_time_finds_every_car_of_that_time_and_place()
    {
        await using var city = await CityWithCarsAsync();
        var outcome = await city.SearchAsync(city.Request("") with { Areas = [TestCity.Harbor], From = city.Clock.Now.AddHours(-2.5) });
        Assert.False(outcome.IsRefused);
        Assert.Equal(["8XYZ999", "7ABC123", "7ABC123"], outcome.Results.Select(result => result.Plate));
    }

    [Fact]
    public async Task The_record_holds_time_user_agency_purpose_and_what_was_asked()
    {
        await using var city = await CityWithCarsAsync();
        var outcome = await city.SearchAsync(city.Request("7ABC123") with { Areas = [TestCity.Harbor] });
        var row = Assert.Single(await city.Get<SearchStore>().MineAsync(MarisolBay.OfficerId, cancellation: Cancellation));
        Assert.Equal(
            (outcome.SearchId, outcome.Receipt.EntryId, city.Clock.Now.ToUnixTimeMilliseconds(), MarisolBay.OfficerId, "marisol-bay-pd"),
            (row.Id, row.EntryId, row.AtMs, row.UserId, row.AgencyId));
        Assert.Equal(
            ("plate", "7ABC123", "harbor", "hit-and-run", MarisolBay.CaseNumber, MarisolBay.Basis, 2, 0, 2, 1),
            (row.Form, row.Pattern, row.Areas, row.Purpose, row.CaseNumber, row.Basis, row.Results, row.ResultsCapped, row.Cameras, row.PolicyVersion));
        Assert.Null(row.Refusal);
    }

    [Fact]
    public async Task The_log_entry_shows_the_shape_and_seals_the_content()
    {
        await using var city = await CityWithCarsAsync();
        await city.SearchAsync(city.Request("7ABC12?"));
        var entry = await city.LastEntryAsync("search");
        Assert.Equal(
            ("hit-and-run", "1", "pattern", "7", "4", "2-10", "marisol-bay-pd"),
            (entry!["purpose"], entry["policy"], entry["shape"], entry["window-days"], entry["cameras"], entry["results"], entry["agency"]));
        Assert.Equal(
            ("7ABC12?", MarisolBay.CaseNumber, MarisolBay.Basis, "3", MarisolBay.OfficerId),
            (entry["plate"], entry["case-number"], entry["basis"], entry["result-count"], entry["user"]));
        Assert.Equal(1, await city.ScalarAsync<int>("select value from daily_totals where measure = 'searches-own'"));
    }

    [Fact]
    public async Task Cameras_that_were_offline_in_the_window_are_named_and_recorded()
    {
        await using var city = await CityWithCarsAsync();
        await city.ExecuteAsync(
            "insert into camera_outages (id, camera, from_ms, to_ms, reason) values ('o', 3, @At, null, 'power')",
            new { At = city.Clock.Now.AddDays(-1).ToUnixTimeMilliseconds() });
        var outcome = await city.SearchAsync(city.Request("7ABC123"));
        Assert.Equal("Mill Square", Assert.Single(outcome.CamerasOffline).Name);
        Assert.Equal("3", (await city.LastEntryAsync("search"))!["cameras-offline"]);
        Assert.Empty((await city.SearchAsync(city.Request("7ABC123") with { Areas = [TestCity.Harbor] })).CamerasOffline);
    }

    [Fact]
    public async Task When_the_log_entry_cannot_be_written_there_is_no_answer_and_no_trace()
    {
        await using var city = await CityWithCarsAsync();
        await city.ExecuteAsync(Engine.IsSqlServer
            ? "create trigger disk_full on log_entries for insert as begin raiserror('disk full', 16, 1); rollback transaction; end"
            : "create trigger disk_full before insert on log_entries begin select raise(abort, 'disk full'); end");
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => city.SearchAsync(city.Request("7ABC123")));
        Assert.Equal(0, await city.ScalarAsync<int>("select count(*) from searches"));
        Assert.Equal(0, await city.ScalarAsync<int>("select count(*) from search_pages"));
    }

    [Fact]
    public async Task What_was_asked_beyond_the_plate_is_on_record_and_its_kind_is_public()
    {
        await using var city = await CityWithCarsAsync();
        var outcome = await city.SearchAsync(
            city.Request("7A8C123") with { LookAlikes = true, OneOff = true, Vehicle = new() { State = "CA", Type = VehicleType.NotTold } });
        Assert.Equal(["7ABC123", "7ABC123"], outcome.Results.Select(result => result.Plate));
        var row = Assert.Single(await city.Get<SearchStore>().MineAsync(MarisolBay.OfficerId, cancellation: Cancellation));
        Assert.Equal((1, 1, "CA", 0), (row.LookAlikes, row.OneOff, row.State, row.Colour));
        var entry = await city.LastEntryAsync("search");
        Assert.Equal(("similar-plate", "state"), (entry!["shape"], entry["attributes"]));
        Assert.EndsWith("; areas all; look-alike characters; one character off; state CA", entry["query"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_nobody_waits_for_any_more_ends_without_a_trace()
    {
        await using var city = await CityWithCarsAsync();
        using var closed = new CancellationTokenSource();
        await closed.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => city.Get<SearchPlates>().RunAsync(city.Officer(), city.Request("7ABC*"), closed.Token));
        Assert.Equal(0, await city.ScalarAsync<int>("select count(*) from searches"));
        Assert.Null(await city.LastEntryAsync("search"));
    }

    [Fact]
    public async Task Further_pages_are_read_without_searching_again_and_by_the_same_user_only()
    {
        await using var city = await TestCity.CreateAsync(Engine);
        await city.DeliverAsync(Enumerable.Range(0, 2200).Select(i => city.Car("7ABC123", TestCity.HarborCamera, TimeSpan.FromSeconds((i + 1) * 15))).ToList());
        var outcome = await city.SearchAsync(city.Request("7ABC123"));
        Assert.Equal((2200, 100), (outcome.Count, outcome.Results.Count));
        var pages = city.Get<SearchResultQuery>();
        var last = await pages.PageAsync(outcome.SearchId, MarisolBay.OfficerId, 1900, 500, Cancellation);
        Assert.Equal((100, 1901, 2000), (last.Count, last[0].Ordinal, last[^1].Ordinal));
        Assert.Empty(await pages.PageAsync(outcome.SearchId, "somebody-else", 0, 100, Cancellation));
        Assert.Equal(1, await city.ScalarAsync<int>("select count(*) from searches"));
    }

    private async Task<TestCity> CityWithCarsAsync()
    {
        var city = await TestCity.CreateAsync(Engine);
        await city.CarAsync("7ABC123", TestCity.HarborCamera, TimeSpan.FromHours(2));
        await city.CarAsync("7ABC124", TestCity.OldTownCamera, TimeSpan.FromHours(3));
        await city.CarAsync("7ABC123", TestCity.SecondHarborCamera, TimeSpan.FromHours(1.6));
        await city.CarAsync("8XYZ999", TestCity.HarborCamera, TimeSpan.FromHours(1));
        return city;
    }
}

public sealed class SearchPlatesOnSqlite : SearchPlatesContract
{
    protected override TestEngine Engine => TestEngine.Sqlite;
}

public sealed class SearchPlatesOnSqlServer : SearchPlatesContract
{
    protected override TestEngine Engine => TestEngine.SqlServer;
}
