using Transparency.Core.AuditTrail;
using Transparency.Core.Detections;
using Transparency.Core.Searches;
using Transparency.Core.Tests.AuditTrail;

namespace Transparency.Core.Tests.Searches;

public sealed class ViewPhotographTests
{
    private static readonly byte[] Jpeg = [0xff, 0xd8, 1, 2, 3];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_photograph_of_ones_own_result_is_shown_and_the_viewing_is_logged()
    {
        await using var city = await TestCity.CreateAsync();
        var id = await city.CarAsync("7ABC123", TestCity.HarborCamera, TimeSpan.FromHours(1), Jpeg);
        var search = await city.SearchAsync(city.Request("7ABC123"));
        Assert.True(search.Results.Single().HasPhotograph);
        var outcome = await ViewAsync(city, city.Officer(), search.SearchId, id);
        Assert.Equal(Jpeg, outcome.Jpeg);
        var entry = await city.LastEntryAsync("photo-viewed");
        Assert.Equal(
            ("hit-and-run", search.SearchId, id.ToString(), MarisolBay.CaseNumber, MarisolBay.OfficerId),
            (entry!["purpose"], entry["search"], entry["detection"], entry["case-number"], entry["user"]));
        Assert.Equal(outcome.Receipt!.EntryId, await city.ScalarAsync<string>("select entry_id from photo_views"));
        Assert.Equal(1, await city.ScalarAsync<int>("select value from daily_totals where measure = 'photographs-viewed'"));
    }

    [Fact]
    public async Task A_photograph_that_is_not_among_the_results_is_not_shown()
    {
        await using var city = await TestCity.CreateAsync();
        await city.CarAsync("7ABC123", TestCity.HarborCamera, TimeSpan.FromHours(1), Jpeg);
        var other = await city.CarAsync("8XYZ999", TestCity.HarborCamera, TimeSpan.FromHours(1), Jpeg);
        var search = await city.SearchAsync(city.Request("7ABC123"));
        await NothingShownAsync(city, city.Officer(), search.SearchId, other);
    }

    [Fact]
    public async Task Somebody_elses_search_shows_no_photograph()
    {
        await using var city = await TestCity.CreateAsync();
        var id = await city.CarAsync("7ABC123", TestCity.HarborCamera, TimeSpan.FromHours(1), Jpeg);
        var search = await city.SearchAsync(city.Request("7ABC123"));
        var officer = city.Officer();
        await NothingShownAsync(city, officer with { Actor = officer.Actor with { UserId = "somebody-else" } }, search.SearchId, id);
    }

    [Fact]
    public async Task A_refused_search_shows_no_photograph()
    {
        await using var city = await TestCity.CreateAsync();
        var id = await city.CarAsync("7ABC123", TestCity.HarborCamera, TimeSpan.FromHours(1), Jpeg);
        var search = await city.SearchAsync(city.Request("7ABC123") with { CaseNumber = "" });
        await NothingShownAsync(city, city.Officer(), search.SearchId, id);
    }

    [Fact]
    public async Task When_the_viewing_cannot_be_logged_nothing_is_shown()
    {
        await using var city = await TestCity.CreateAsync();
        var id = await city.CarAsync("7ABC123", TestCity.HarborCamera, TimeSpan.FromHours(1), Jpeg);
        var search = await city.SearchAsync(city.Request("7ABC123"));
        await city.ExecuteAsync("create trigger disk_full before insert on log_entries begin select raise(abort, 'disk full'); end");
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => ViewAsync(city, city.Officer(), search.SearchId, id));
    }

    [Fact]
    public async Task A_photograph_that_is_gone_is_said_to_be_gone()
    {
        await using var city = await TestCity.CreateAsync();
        var id = await city.CarAsync("7ABC123", TestCity.HarborCamera, TimeSpan.FromHours(1), Jpeg);
        var search = await city.SearchAsync(city.Request("7ABC123"));
        Directory.Delete(Path.Combine(city.Database.Folder, "photos"), recursive: true);
        var outcome = await ViewAsync(city, city.Officer(), search.SearchId, id);
        Assert.Equal((null, PhotographOutcome.Gone.Help), (outcome.Jpeg, outcome.Help));
    }

    private static async Task NothingShownAsync(TestCity city, AuditContext context, string searchId, DetectionId id)
    {
        var outcome = await ViewAsync(city, context, searchId, id);
        Assert.Equal((null, null, PhotographOutcome.NotYours.Help), (outcome.Jpeg, outcome.Receipt, outcome.Help));
        Assert.Equal(0, await city.ScalarAsync<int>("select count(*) from photo_views"));
    }

    private static Task<PhotographOutcome> ViewAsync(TestCity city, AuditContext context, string searchId, DetectionId id) =>
        city.Get<ViewPhotograph>().RunAsync(context, searchId, id, Cancellation);
}
