using System.Text.Json;
using Dapper;
using Transparency.Core.Database;
using Transparency.Portal.Tests.Browser;
using Transparency.Verify;

namespace Transparency.Portal.Tests.Log;

/// <summary>The page's own check and the program say the same of one log, when it holds and when it does not.</summary>
public sealed class CheckInBrowserTests(LoggedPortal portal, BrowserFixture browser) : IClassFixture<LoggedPortal>
{
    private const int LargestScript = 15 * 1024;

    [Fact]
    public async Task A_resident_presses_one_button_and_the_program_agrees()
    {
        await using var visit = await browser.VisitAsync(portal, 1280);
        // A table changed and restored by another test may still be kept for some seconds.
        for (var attempt = 0; attempt < 40 && !(await HoldsAsync() && await PressAsync(visit) == "holds"); attempt++)
        {
            await Task.Delay(1000, TestContext.Current.CancellationToken);
        }
        Assert.Equal(("holds", true), (await PressAsync(visit), await HoldsAsync()));
        var steps = await visit.Page.Locator("#steps").InnerTextAsync();
        using var json = JsonDocument.Parse((await portal.VerifyAsync("--json")).Output);
        Assert.Contains(json.RootElement.GetProperty("root").GetString()!, steps, StringComparison.Ordinal);
        Assert.Contains($"with {json.RootElement.GetProperty("size")} entries", steps, StringComparison.Ordinal);
        var figures = await visit.Page.Locator("#figures tbody").InnerTextAsync();
        Assert.Contains("2372", figures, StringComparison.Ordinal);
        Assert.Contains("searches for hit-and-run", figures, StringComparison.Ordinal);
        await visit.AssertFitsAsync();
        await visit.AssertAccessibleAsync("log-check");
    }

    [Theory]
    [InlineData("update daily_totals set value = value + 1 where measure = 'reads' and area_id = '' and day = '2026-11-20'", "update daily_totals set value = value - 1 where measure = 'reads' and area_id = '' and day = '2026-11-20'")]
    [InlineData("update log_disclosures set bytes = cast(replace(cast(bytes as text), 'hit-and-run', 'homicide') as blob) where day = '2026-11-20'", "update log_disclosures set bytes = cast(replace(cast(bytes as text), 'homicide', 'hit-and-run') as blob) where day = '2026-11-20'")]
    [InlineData("update log_checkpoints set note = replace(note, 'marisol', 'mariso1')", "update log_checkpoints set note = replace(note, 'mariso1', 'marisol')")]
    public async Task What_does_not_fit_is_found_by_both(string change, string back)
    {
        await using var visit = await browser.VisitAsync(portal, 1280);
        await ExecuteAsync("drop trigger if exists log_checkpoints_no_update");
        await ExecuteAsync(change);
        try
        {
            // Published tables are kept for some seconds; the change shows with the next.
            for (var attempt = 0; attempt < 20 && (await HoldsAsync() || await PressAsync(visit) == "holds"); attempt++)
            {
                await Task.Delay(1000, TestContext.Current.CancellationToken);
            }
            Assert.Equal(("does-not-fit", false), (await PressAsync(visit), await HoldsAsync()));
        }
        finally
        {
            await ExecuteAsync(back);
        }
    }

    [Fact]
    public async Task The_script_is_short_and_the_page_runs_no_other()
    {
        using var client = portal.CreateClient();
        var script = await client.GetByteArrayAsync(new Uri("/js/check.js", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.InRange(script.Length, 1, LargestScript);
        var page = await client.GetAsync(new Uri("/log/check", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("script-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Single(html.Split("<script").Skip(1));
        var other = await client.GetAsync(new Uri("/log", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("script-src", other.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private static async Task<string?> PressAsync(Visit visit)
    {
        await visit.Page.GotoAsync("/log/check");
        await visit.Page.Locator("#check button").ClickAsync();
        await visit.Page.Locator("#verdict[data-result=holds], #verdict[data-result=does-not-fit]").WaitForAsync();
        return await visit.Page.Locator("#verdict").GetAttributeAsync("data-result");
    }

    private async Task<bool> HoldsAsync()
    {
        var (exit, output) = await portal.VerifyAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(output);
        return exit == ExitCode.EverythingHolds;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await portal.Get<SqlDatabase>().OpenAsync(TestContext.Current.CancellationToken);
        await connection.ExecuteAsync(sql);
    }
}
