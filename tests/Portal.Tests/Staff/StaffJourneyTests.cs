using Dapper;
using Microsoft.Playwright;
using Transparency.Core.Database;
using Transparency.Portal.Tests.Browser;
using Transparency.Portal.Tests.Host;

namespace Transparency.Portal.Tests.Staff;

[Collection(BrowserCollection.Name)]
public sealed class StaffJourneyTests(PortalFixture portal, BrowserFixture browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1440, false)]
    [InlineData(390, true)]
    public async Task An_officer_is_refused_then_searches_sees_a_photograph_and_signs_out_and_all_of_it_is_logged(int width, bool dark)
    {
        var before = await ActsAsync();
        await using var visit = await browser.VisitAsync(portal, width, dark: dark);
        await visit.Page.GotoAsync("/staff/search");
        await visit.AssertAccessibleAsync("staff-sign-in");
        await visit.SignInAsync(SampleCity.Officer);
        await visit.ExpectHeadingAsync("Search");
        await visit.AssertAccessibleAsync("staff-search");

        await visit.FillSearchAsync("7QZX42?", basis: "investigation", caseNumber: "12");
        await visit.SearchAsync();
        await visit.ExpectHeadingAsync("This search was refused");
        await visit.AssertAccessibleAsync("staff-search-refused");
        await visit.AssertFitsAsync();
        Assert.Equal("7QZX42?", await visit.Page.GetByLabel("Plate, whole or in part").InputValueAsync());

        await visit.FillSearchAsync("7qzx 42?");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "24 hours" }).ClickAsync();
        await visit.SearchAsync();
        await visit.ExpectHeadingAsync("4 matching reads");
        await Assertions.Expect(visit.Page.Locator(".grid tbody tr")).ToHaveCountAsync(4);
        await Assertions.Expect(visit.Page.GetByText(StaffVisits.Basis)).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByText("Offline for part of the time")).ToContainTextAsync("Mission Street at 4th");
        await visit.AssertAccessibleAsync("staff-results");
        await visit.AssertFitsAsync();

        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^View the photograph of 7QZX421") }).First.ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("Viewing recorded")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("figure img")).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync("staff-photograph");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "My searches" }).ClickAsync();
        await visit.ExpectHeadingAsync("My searches");
        await visit.AssertAccessibleAsync("staff-my-searches");
        await visit.AssertFitsAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await visit.ExpectHeadingAsync("Sign in");
        Assert.Equal(["sign-in", "search-refused", "search", "photo-viewed", "sign-out"], (await ActsAsync()).Skip(before.Count));
    }

    [Fact]
    public async Task Results_open_again_for_the_same_person_only()
    {
        await using var officer = await browser.VisitAsync(portal);
        await officer.Page.GotoAsync("/staff/search");
        await officer.SignInAsync(SampleCity.Officer);
        await officer.FillSearchAsync(SampleCity.Plate);
        await officer.SearchAsync();
        await officer.ExpectHeadingAsync("3 matching reads");
        await officer.Page.ReloadAsync();
        await officer.ExpectHeadingAsync("3 matching reads");

        await using var colleague = await browser.VisitAsync(portal);
        await colleague.Page.GotoAsync(new Uri(officer.Page.Url).PathAndQuery);
        await colleague.SignInAsync(SampleCity.Colleague);
        await colleague.ExpectHeadingAsync("This search is not yours to open");
        Assert.DoesNotContain(SampleCity.Plate, await colleague.Page.ContentAsync(), StringComparison.Ordinal);
        await colleague.AssertAccessibleAsync("staff-not-yours");
    }

    [Fact]
    public async Task A_search_that_finds_nothing_says_what_to_try()
    {
        await using var visit = await browser.VisitAsync(portal);
        await visit.Page.GotoAsync("/staff/search");
        await visit.SignInAsync(SampleCity.Colleague);
        await visit.FillSearchAsync("9NONE99");
        await visit.SearchAsync();
        await visit.ExpectHeadingAsync("No matching reads");
        await visit.AssertAccessibleAsync("staff-no-results");
    }

    [Fact]
    public async Task Hostile_and_oversized_text_is_refused_shown_as_text_and_kept()
    {
        await using var visit = await browser.VisitAsync(portal);
        await visit.Page.GotoAsync("/staff/search");
        await visit.SignInAsync(SampleCity.Colleague);
        await visit.FillSearchAsync("'; drop table users; --", basis: "<img src=x onerror=alert(1)>", caseNumber: new string('9', 200));
        await visit.SearchAsync();
        await visit.ExpectHeadingAsync("This search was refused");
        Assert.Equal("<img src=x onerror=alert(1)>", await visit.Page.GetByLabel("Factual basis").InputValueAsync());
        Assert.Empty(visit.Complaints);
    }

    private async Task<IReadOnlyList<string>> ActsAsync()
    {
        await using var connection = await portal.Get<SqlDatabase>().OpenAsync(Cancellation);
        return (await connection.QueryAsync<string>("select act from log_entries where user_id <> 'system' order by rowid")).AsList();
    }
}
