using Microsoft.Playwright;
using Transparency.Portal.Tests.Host;

namespace Transparency.Portal.Tests.Browser;

/// <summary>One Chromium for all browser tests (an assembly fixture: ask for it in a constructor). Without Chromium they are skipped.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string Chromium = Environment.GetEnvironmentVariable("TRANSPARENCY_CHROMIUM") ?? "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A new visitor, without cookies, at the portal's address.</summary>
    public async Task<Visit> VisitAsync(PortalFixture portal, int width = 1440, int height = 900, bool dark = false, bool script = true)
    {
        Assert.SkipWhen(_browser is null, $"There is no Chromium at {Chromium}. Install the package chromium, or set TRANSPARENCY_CHROMIUM.");
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = portal.Address.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = script,
            TimezoneId = SampleCity.City.TimeZone,
            Locale = "en-US",
        });
        context.SetDefaultTimeout(30_000);
        return new Visit(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
