using System.Text;
using Microsoft.Playwright;
using Transparency.Portal.Tests.Browser;
using Transparency.Portal.Tests.Host;

namespace Transparency.Portal.Tests.Staff.HotLists;

[Collection(BrowserCollection.Name)]
public sealed class HotListJourneyTests(PortalFixture portal, BrowserFixture browser)
{
    [Theory]
    [InlineData(1440, false)]
    [InlineData(360, true)]
    public async Task A_supervisor_maps_previews_and_loads_a_list_and_a_broken_file_changes_nothing(int width, bool dark)
    {
        await using var visit = await browser.VisitAsync(portal, width, dark: dark);
        await visit.Page.GotoAsync("/staff/hot-lists/import");
        await visit.SignInAsync(SampleCity.Supervisor);
        await visit.ExpectHeadingAsync("Import a list");
        await visit.AssertAccessibleAsync("staff-import-empty");
        await visit.Page.GetByLabel("Name").FillAsync($"Test list {width}");
        await visit.Page.GetByLabel("Where it comes from").FillAsync("state extract");
        await ChooseAsync(visit, "License,State,File type,Note\n9AAA111,CA,SV,Stolen\n9BBB222,NV,SV,Stolen\n9CCC333,CA,Immigration Violator,never\ntoo-long-for-a-plate,CA,SV,x\n");
        await Assertions.Expect(visit.Page.GetByText("2 of these lines are entries, 1 cannot be read, 1 left out")).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync("staff-import-preview");
        await visit.AssertFitsAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Load the list" }).ClickAsync();
        await visit.ExpectHeadingAsync("2 entries are in use");
        await visit.AssertAccessibleAsync("staff-import-loaded");

        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await ChooseAsync(visit, "License,State\n");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Load the list" }).ClickAsync();
        await visit.ExpectHeadingAsync("Nothing was loaded");
        await Assertions.Expect(visit.Page.GetByText("It is right: load it all the same")).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync("staff-import-kept");
        await visit.Page.GotoAsync("/staff/hot-lists");
        await Assertions.Expect(visit.Page.GetByText("Not loaded: waits for confirmation").First).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync("staff-hot-lists");
        await visit.AssertFitsAsync();
    }

    private static Task ChooseAsync(Visit visit, string text) => visit.Page.Locator("#file").SetInputFilesAsync(
        new FilePayload { Name = "list.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
}
