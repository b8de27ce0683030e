using Microsoft.Playwright;
using Transparency.Portal.Staff.SetUp;
using Transparency.Portal.Tests.Browser;
using Transparency.Portal.Tests.Host;

namespace Transparency.Portal.Tests.Staff.SetUp;

public sealed class FirstStartTests(FirstStartTests.EmptyPortal portal, BrowserFixture browser) : IClassFixture<FirstStartTests.EmptyPortal>
{
    [Fact]
    public async Task A_first_start_is_set_up_with_the_code_of_the_console_and_then_asks_for_a_second_factor()
    {
        await using var visit = await browser.VisitAsync(portal, width: 360);
        await visit.Page.GotoAsync("/staff");
        await visit.ExpectHeadingAsync("Set up this installation");
        await visit.AssertAccessibleAsync("staff-set-up");
        await visit.AssertFitsAsync();
        await FillAsync(visit, "AAAA-AAAA-AAAA-AAAA");
        await visit.ExpectHeadingAsync("Nothing was set up");
        await visit.AssertAccessibleAsync("staff-set-up-refused");
        await FillAsync(visit, portal.Get<SetUpCode>().Current!);
        await visit.ExpectHeadingAsync("This installation is set up");

        await visit.SignInAsync("t.okafor");
        await visit.ExpectHeadingAsync("Set up a second factor");
        await visit.Page.GotoAsync("/staff/accounts");
        await visit.ExpectHeadingAsync("Set up a second factor");
        await using var stranger = await browser.VisitAsync(portal);
        await stranger.Page.GotoAsync("/staff/set-up");
        await stranger.ExpectHeadingAsync("This installation is set up already");
    }

    private static async Task FillAsync(Visit visit, string code)
    {
        await visit.Page.GetByLabel("Set-up code").FillAsync(code);
        await visit.Page.GetByLabel("City").FillAsync("Marisol Bay, California (fictional)");
        await visit.Page.GetByLabel("Police department").FillAsync("Marisol Bay Police Department");
        await visit.Page.GetByLabel("Name of the public log").FillAsync("marisol-bay.example/log");
        await visit.Page.GetByLabel("Administrator's user name").FillAsync("t.okafor");
        await visit.Page.GetByLabel("Administrator's name").FillAsync("Temi Okafor");
        await visit.Page.GetByLabel("Password").FillAsync(SampleCity.Password);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Set up" }).ClickAsync();
    }

    /// <summary>A portal whose database holds nothing.</summary>
    public sealed class EmptyPortal : PortalFixture
    {
        protected override Task FillAsync() => Task.CompletedTask;
    }
}
