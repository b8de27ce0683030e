using Dapper;
using Microsoft.Playwright;
using Transparency.Core.Database;
using Transparency.Core.Detections;
using Transparency.Core.HotLists;
using Transparency.Portal.Tests.Browser;
using Transparency.Portal.Tests.Host;

namespace Transparency.Portal.Tests.Staff.Alerts;

[Collection(BrowserCollection.Name)]
public sealed class AlertBoardTests(PortalFixture portal, BrowserFixture browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1440, false, "6STL001", 1)]
    [InlineData(360, true, "6STL002", 2)]
    public async Task A_listed_car_appears_in_every_open_page_and_is_acknowledged_verified_and_closed(int width, bool dark, string plate, int sequence)
    {
        await ListAsync(plate);
        await using var visit = await browser.VisitAsync(portal, width, dark: dark);
        await using var elsewhere = await browser.VisitAsync(portal);
        await elsewhere.SignInAsync(SampleCity.Colleague);
        await visit.Page.GotoAsync("/staff/alerts");
        await visit.SignInAsync(SampleCity.Officer);
        await Assertions.Expect(visit.Page.Locator(".board, p:has-text('No alert is open')").First).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync("staff-alerts-before");

        await PassAsync(plate, sequence);
        var row = visit.Page.Locator("button.alert", new() { HasText = plate });
        await Assertions.Expect(row).ToBeVisibleAsync();
        await Assertions.Expect(elsewhere.Page.GetByText("1 alert waits")).ToBeVisibleAsync();
        await elsewhere.AssertAccessibleAsync("staff-alert-bar");
        await row.ClickAsync();
        await visit.AssertAccessibleAsync("staff-alerts");
        await visit.AssertFitsAsync();

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" }).ClickAsync();
        await visit.ExpectHeadingAsync("Before anybody acts");
        await Assertions.Expect(elsewhere.Page.GetByText("1 alert waits")).ToHaveCountAsync(0);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "View the photograph" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("Viewing recorded")).ToBeVisibleAsync();
        foreach (var question in await visit.Page.Locator(".yes-no").AllAsync())
        {
            await question.GetByLabel("Yes").CheckAsync();
        }

        await visit.AssertAccessibleAsync("staff-alert-verify");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Record what I found" }).ClickAsync();
        await visit.ExpectHeadingAsync("Confirmed. What came of it?");
        await visit.AssertAccessibleAsync("staff-alert-outcome");
        await visit.AssertFitsAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Vehicle or plate recovered", Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("Closed: Vehicle or plate recovered.")).ToBeVisibleAsync();
        Assert.Equal(["alert-raised", "alert-acknowledged", "photo-viewed", "alert-verified", "alert-disposition"], await ActsAsync());
    }

    [Fact]
    public async Task An_officer_chooses_what_calls()
    {
        await using var visit = await browser.VisitAsync(portal, 360);
        await visit.Page.GotoAsync("/staff/alerts/watch");
        await visit.SignInAsync(SampleCity.Officer);
        await visit.ExpectHeadingAsync("What calls me");
        await visit.AssertAccessibleAsync("staff-alert-watch");
        await visit.AssertFitsAsync();
        await visit.Page.GetByLabel("Old Town").CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await visit.Page.GotoAsync("/staff/alerts/watch");
        await Assertions.Expect(visit.Page.GetByLabel("Old Town")).ToBeCheckedAsync();
        await visit.Page.GetByLabel("Old Town").UncheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await visit.ExpectHeadingAsync("Alerts");
    }

    private async Task ListAsync(string plate)
    {
        var nowMs = portal.Clock.Now.ToUnixTimeMilliseconds();
        var list = new HotList { Id = $"list-{plate}", Name = "State stolen vehicles", Source = "state extract", Kind = HotListKind.StolenVehicle, RefreshedMs = nowMs, IsEnabled = true };
        var entry = new HotListEntry { Id = $"entry-{plate}", ListId = list.Id, Plate = plate, State = "CA", Reason = "Stolen 20 November 2026, silver sedan", AddedMs = nowMs };
        Assert.True((await portal.Get<AddHotList>().RunAsync(SampleCity.By(portal.Clock.Now), list, [entry], Cancellation)).IsAccepted);
    }

    private async Task PassAsync(string plate, int sequence)
    {
        var photograph = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Host", "vehicle.jpg"), Cancellation);
        var outcome = await portal.Get<DeliverDetections>().RunAsync(
            [
                new NewDetection
                {
                    Id = DetectionId.Create(portal.Clock.Now.AddSeconds(-2), node: 9, sequence: sequence),
                    Plate = plate,
                    Camera = 1,
                    Confidence = 0.96,
                    State = "CA",
                    Photograph = photograph,
                },
            ],
            Cancellation);
        Assert.Equal(1, outcome.Stored);
    }

    private async Task<IReadOnlyList<string>> ActsAsync()
    {
        await using var connection = await portal.Get<SqlDatabase>().OpenAsync(Cancellation);
        return (await connection.QueryAsync<string>(
            "select act from log_entries where act like 'alert%' or act = 'photo-viewed' order by rowid desc limit 5")).Reverse().ToList();
    }
}
