using System.Text;
using Transparency.Core.HotLists;
using Transparency.Core.HotLists.Import;

namespace Transparency.Core.Tests.HotLists.Import;

public sealed class ImportHotListTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_edition_replaces_the_old_one_and_what_stays_keeps_its_identity()
    {
        await using var city = await TestCity.CreateAsync();
        Assert.Null((await ImportAsync(city, "AAA111\nBBB222\nCCC333")).Problem);
        var before = await IdOfAsync(city, "BBB222");
        Assert.Null((await ImportAsync(city, "BBB222\nDDD444")).Problem);
        Assert.Equal(before, await IdOfAsync(city, "BBB222"));
        Assert.Null(await IdOfAsync(city, "AAA111"));
        Assert.Equal("refreshed", (await city.LastEntryAsync("hot-list-change"))!["change"]);
        Assert.Equal("2", (await city.LastEntryAsync("hot-list-change"))!["listed"]);
    }

    [Fact]
    public async Task A_much_smaller_edition_leaves_the_old_one_in_use_until_it_is_confirmed()
    {
        await using var city = await TestCity.CreateAsync();
        await ImportAsync(city, "AAA111\nBBB222\nCCC333\nDDD444\nEEE555");
        var outcome = await ImportAsync(city, "AAA111\nBBB222");
        Assert.True(outcome.MayConfirm);
        Assert.Equal(5, await CountAsync(city));
        Assert.Equal("import-refused", (await city.LastEntryAsync("hot-list-change"))!["change"]);
        Assert.Null((await ImportAsync(city, "AAA111\nBBB222", confirmed: true)).Problem);
        Assert.Equal(2, await CountAsync(city));
    }

    [Theory]
    [InlineData("Immigration Violators")]
    [InlineData("ICE removal_orders")]
    public async Task A_list_of_immigration_violators_is_refused_and_the_refusal_logged(string name)
    {
        await using var city = await TestCity.CreateAsync();
        var outcome = await ImportAsync(city, "AAA111", name: name, confirmed: true);
        Assert.NotNull(outcome.Problem);
        Assert.False(outcome.MayConfirm);
        Assert.Equal(0, await CountAsync(city));
        Assert.Equal("import-refused", (await city.LastEntryAsync("hot-list-change"))!["change"]);
    }

    [Fact]
    public async Task A_list_has_a_clock_of_its_own()
    {
        await using var city = await TestCity.CreateAsync();
        await ImportAsync(city, "AAA111\nbad-row-with-too-long-a-plate");
        var standing = Assert.Single(await city.Get<HotListImportStore>().AllAsync(Cancellation));
        Assert.Equal(1, standing.Entries);
        Assert.False(standing.IsStaleAt(city.Clock.Now.AddHours(23)));
        Assert.True(standing.IsStaleAt(city.Clock.Now.AddHours(25)));
    }

    private static Task<HotListImportOutcome> ImportAsync(TestCity city, string text, string name = "State stolen vehicles", bool confirmed = false)
    {
        city.Clock.Now += TimeSpan.FromMinutes(1);
        return city.Get<ImportHotList>().RunAsync(
            city.Officer() with { Purpose = "import" },
            new HotListImport
            {
                Name = name,
                Source = "state extract",
                Kind = HotListKind.StolenVehicle,
                Mapping = new HotListMapping { HasHeader = false, Plate = new(1) },
                File = Encoding.UTF8.GetBytes(text),
                IsConfirmed = confirmed,
            },
            Cancellation);
    }

    private static Task<string?> IdOfAsync(TestCity city, string plate) =>
        city.ScalarAsync<string>("select id from hot_list_entries where plate = @plate", new { plate });

    private static Task<int> CountAsync(TestCity city) => city.ScalarAsync<int>("select count(*) from hot_list_entries");
}
