using Microsoft.Playwright;
using Transparency.Portal.Tests.Browser;
using Transparency.Portal.Tests.Host;

namespace Transparency.Portal.Tests.Staff;

[Collection(BrowserCollection.Name)]
public sealed class AccountJourneyTests(PortalFixture portal, BrowserFixture browser)
{
    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_waits_ten_minutes()
    {
        await using var visit = await browser.VisitAsync(portal);
        for (var i = 0; i < 5; i++)
        {
            await visit.SignInAsync(SampleCity.Forgetful, "not my password");
            await visit.ExpectHeadingAsync("You are not signed in");
        }

        await visit.SignInAsync(SampleCity.Forgetful);
        await visit.ExpectHeadingAsync("You are not signed in");
        Assert.Equal("", await visit.Page.GetByLabel("Password").InputValueAsync());
        await visit.AssertAccessibleAsync("staff-sign-in-refused");
        portal.Clock.Advance(TimeSpan.FromMinutes(10.1));
        await visit.SignInAsync(SampleCity.Forgetful);
        await visit.ExpectHeadingAsync("Pia Lindqvist");
        await visit.AssertAccessibleAsync("staff-home");
    }

    [Fact]
    public async Task An_administrator_is_told_why_there_is_no_search()
    {
        await using var visit = await browser.VisitAsync(portal);
        await visit.Page.GotoAsync("/staff/search");
        await visit.SignInAsync(SampleCity.Administrator);
        await visit.ExpectHeadingAsync("Your role does not search");
        await Assertions.Expect(visit.Page.Locator("form.search-form")).ToHaveCountAsync(0);
        await visit.AssertAccessibleAsync("staff-administrator");
    }

    [Fact]
    public async Task An_untrained_officer_accepts_the_policy_and_learns_what_is_still_missing()
    {
        await using var visit = await browser.VisitAsync(portal, width: 390);
        await visit.SignInAsync(SampleCity.Untrained);
        await visit.ExpectHeadingAsync("You cannot search yet");
        await visit.AssertAccessibleAsync("staff-untrained");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Read and accept the policy" }).ClickAsync();
        await visit.AssertAccessibleAsync("staff-policy");
        await visit.AssertFitsAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("I have read and accept") }).ClickAsync();
        await visit.ExpectHeadingAsync("You cannot search yet");
        await Assertions.Expect(visit.Page.Locator(".refusals li")).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Page.Locator(".refusals")).ToContainTextAsync("training");
    }

    [Fact]
    public async Task Half_an_hour_without_work_ends_the_session_in_the_page_and_in_the_circuit()
    {
        await using var visit = await browser.VisitAsync(portal);
        await visit.Page.GotoAsync("/staff/search");
        await visit.SignInAsync(SampleCity.Colleague);
        await visit.FillSearchAsync(SampleCity.Plate);
        portal.Clock.Advance(TimeSpan.FromMinutes(30.5));
        await visit.SearchAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Your session has ended");
        Assert.Equal(SampleCity.Plate, await visit.Page.GetByLabel("Plate, whole or in part").InputValueAsync());
        await visit.AssertAccessibleAsync("staff-session-over");
        await visit.Page.ReloadAsync();
        await visit.ExpectHeadingAsync("Sign in");
        await visit.SignInAsync(SampleCity.Colleague);
        await Assertions.Expect(visit.Page.GetByText("What you entered earlier was kept.")).ToBeVisibleAsync();
        Assert.Equal(SampleCity.Plate, await visit.Page.GetByLabel("Plate, whole or in part").InputValueAsync());
        await visit.AssertAccessibleAsync("staff-draft-kept");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Start with an empty form" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByLabel("Plate, whole or in part")).ToHaveValueAsync("");
    }
}
