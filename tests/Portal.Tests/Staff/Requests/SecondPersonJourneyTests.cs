using Microsoft.Playwright;
using Transparency.Portal.Tests.Browser;
using Transparency.Portal.Tests.Host;

namespace Transparency.Portal.Tests.Staff.Requests;

[Collection(BrowserCollection.Name)]
public sealed class SecondPersonJourneyTests(PortalFixture portal, BrowserFixture browser)
{
    [Theory]
    [InlineData(1440, false)]
    [InlineData(360, true)]
    public async Task A_far_reaching_search_waits_for_a_supervisor_and_is_then_carried_out(int width, bool dark)
    {
        await using var officer = await browser.VisitAsync(portal, width, dark: dark);
        await officer.Page.GotoAsync("/staff/search");
        await officer.SignInAsync(SampleCity.Officer);
        await officer.FillSearchAsync("", caseNumber: $"26-0{width}00");
        await officer.Page.GetByLabel("Harbor").CheckAsync();
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "24 hours" }).ClickAsync();
        await officer.Page.GetByLabel("To", new() { Exact = true }).FillAsync("2026-11-22T11:55");
        await officer.SearchAsync();
        await officer.ExpectHeadingAsync("This search waits for a second person");
        await officer.AssertAccessibleAsync("staff-search-waits");
        await officer.AssertFitsAsync();

        await using var supervisor = await browser.VisitAsync(portal, width, dark: dark);
        await supervisor.Page.GotoAsync("/staff/requests");
        await supervisor.SignInAsync(SampleCity.Supervisor);
        await Assertions.Expect(supervisor.Page.GetByText($"26-0{width}00")).ToBeVisibleAsync();
        await supervisor.AssertAccessibleAsync("staff-requests");
        await supervisor.AssertFitsAsync();
        await supervisor.Page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).First.ClickAsync();
        await Assertions.Expect(supervisor.Page.GetByText("Nothing waits.")).ToBeVisibleAsync();

        await officer.Page.GotoAsync("/staff/requests");
        await officer.AssertAccessibleAsync("staff-requests-approved");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Record and search" }).ClickAsync();
        await Assertions.Expect(officer.Page.Locator("#results")).ToContainTextAsync("matching read");
    }
}
