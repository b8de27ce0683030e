using Transparency.Core.AuditTrail;
using Transparency.Core.Identity;
using Transparency.Core.Policies;
using Transparency.Core.Searches;
using Transparency.Core.SecondPerson;
using Transparency.Core.Tests.AuditTrail;

namespace Transparency.Core.Tests.SecondPerson;

public sealed class SecondPersonTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_long_search_without_a_plate_waits_and_nothing_is_looked_up()
    {
        await using var city = await TestCity.CreateAsync();
        await city.CarAsync("7ABC123", TestCity.HarborCamera, TimeSpan.FromHours(2));
        var outcome = await city.SearchAsync(Long(city));
        Assert.Equal(SecondPersonRule.AreaHours, Assert.Single(outcome.Waits).Code);
        Assert.Equal(0, outcome.Count);
        Assert.Equal(0, await city.ScalarAsync<int>("select count(*) from searches"));
        Assert.Equal("area-hours", (await city.LastEntryAsync("second-person-asked"))!["waits-for"]);
    }

    [Fact]
    public async Task Once_approved_it_is_carried_out_once_by_the_same_person_as_it_was_shown()
    {
        await using var city = await TestCity.CreateAsync();
        await city.CarAsync("7ABC123", TestCity.HarborCamera, TimeSpan.FromHours(2));
        var id = (await city.SearchAsync(Long(city))).SearchId;
        Assert.Null(await DecideAsync(city, await SupervisorAsync(city), id, approve: true));
        var asked = SecondPersonGate.Read((await city.Get<SecondPersonStore>().FindAsync(id, Cancellation))!);
        Assert.NotEmpty((await city.SearchAsync(asked with { Areas = [TestCity.Harbor, TestCity.OldTown] })).Waits);
        var outcome = await city.SearchAsync(asked);
        Assert.Empty(outcome.Waits);
        Assert.Equal(1, outcome.Count);
        Assert.NotEmpty((await city.SearchAsync(asked)).Waits);
    }

    [Fact]
    public async Task Nobody_decides_on_the_own_search_and_an_officer_on_none()
    {
        await using var city = await TestCity.CreateAsync();
        var id = (await city.SearchAsync(Long(city))).SearchId;
        Assert.NotNull(await DecideAsync(city, city.Officer(), id, approve: true));
        await city.ExecuteAsync("update users set roles = 'officer,supervisor' where id = @OfficerId", new { MarisolBay.OfficerId });
        Assert.Contains("own search", await DecideAsync(city, city.Officer(), id, approve: true), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declined_or_expired_request_opens_nothing()
    {
        await using var city = await TestCity.CreateAsync();
        var supervisor = await SupervisorAsync(city);
        var declined = (await city.SearchAsync(Long(city))).SearchId;
        Assert.NotNull(await DecideAsync(city, supervisor, declined, approve: false));
        Assert.Null(await DecideAsync(city, supervisor, declined, approve: false, "too wide"));
        var store = city.Get<SecondPersonStore>();
        Assert.NotEmpty((await city.SearchAsync(SecondPersonGate.Read((await store.FindAsync(declined, Cancellation))!))).Waits);

        var expired = (await city.SearchAsync(Long(city))).SearchId;
        city.Clock.Now += TimeSpan.FromHours(24.1);
        Assert.Contains("expired", await DecideAsync(city, supervisor with { At = city.Clock.Now }, expired, approve: true), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plate_searched_often_needs_a_warrant_number_or_a_second_person()
    {
        await using var city = await TestCity.CreateAsync();
        for (var i = 0; i < PolicyPresets.California.SecondPerson.SamePlateIn30Days; i++)
        {
            Assert.Empty((await city.SearchAsync(city.Request("7ABC123"))).Waits);
        }

        Assert.Equal(SecondPersonRule.SamePlate, Assert.Single((await city.SearchAsync(city.Request("7abc 123"))).Waits).Code);
        Assert.Empty((await city.SearchAsync(city.Request("7ABC123") with { Warrant = "SW-2026-118" })).Waits);
        Assert.Empty((await city.SearchAsync(city.Request("7ABC124"))).Waits);
    }

    private static SearchRequest Long(TestCity city) => city.Request("") with { From = city.Clock.Now.AddHours(-20), Areas = [TestCity.Harbor] };

    private static async Task<AuditContext> SupervisorAsync(TestCity city)
    {
        var added = await city.Get<AddUser>().RunAsync(
            city.Officer() with { Actor = Actor.System(MarisolBay.City) },
            new NewUser { UserName = "m.osei", DisplayName = "M. Osei", AgencyId = MarisolBay.City.AgencyId, Roles = [Roles.Supervisor], Password = null },
            Cancellation);
        return city.Officer() with { Actor = (await city.Get<UserStore>().FindAsync(added.UserId!, Cancellation))!.ActingFrom("10.0.0.9") };
    }

    private static Task<string?> DecideAsync(TestCity city, AuditContext by, string id, bool approve, string note = "") =>
        city.Get<DecideSearch>().RunAsync(by, id, approve, note, Cancellation);
}
