using Microsoft.Playwright;
using Transparency.Core.Identity.SecondFactors;
using Transparency.Portal.Tests.Browser;
using Transparency.Portal.Tests.Host;

namespace Transparency.Portal.Tests.Staff.Account;

[Collection(BrowserCollection.Name)]
public sealed class OwnAccountTests(PortalFixture portal, BrowserFixture browser)
{
    [Theory]
    [InlineData(1440, false)]
    [InlineData(360, true)]
    public async Task A_new_officer_follows_the_link_sets_an_authenticator_up_and_signs_in_with_a_code(int width, bool dark)
    {
        var name = $"new.officer.{width}";
        await using var visit = await browser.VisitAsync(portal, width, dark: dark);
        await visit.Page.GotoAsync(await InviteAsync(name, width, dark));
        await visit.ExpectHeadingAsync("Choose your password");
        await visit.AssertAccessibleAsync("staff-invitation");
        await visit.AssertFitsAsync();
        await visit.Page.GetByLabel("Password", new() { Exact = true }).FillAsync("violet granite teapot seventeen");
        await visit.Page.GetByLabel("The same again").FillAsync("violet granite teapot seventeen");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Set the password" }).ClickAsync();
        await visit.ExpectHeadingAsync("Set up a second factor");
        await visit.AssertAccessibleAsync("staff-second-factor");
        await visit.AssertFitsAsync();

        var secret = Base32(await visit.Page.Locator("code.secret").InnerTextAsync());
        await EnterAsync(visit, "000000", "Turn it on");
        await Assertions.Expect(visit.Page.GetByText("This code does not fit")).ToBeVisibleAsync();
        await EnterAsync(visit, Totp.Code(secret, Totp.StepAt(portal.Clock.Now)), "Turn it on");
        await visit.ExpectHeadingAsync("Keep these recovery codes");
        await visit.AssertAccessibleAsync("staff-recovery-codes");
        await visit.AssertFitsAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();

        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        await visit.SignInAsync(name, "violet granite teapot seventeen");
        await visit.ExpectHeadingAsync("Enter the code");
        await visit.AssertAccessibleAsync("staff-code");
        await EnterAsync(visit, "123", "Sign in");
        await visit.ExpectHeadingAsync("You are not signed in");
        await EnterAsync(visit, Totp.Code(secret, Totp.StepAt(portal.Clock.Now)), "Sign in");
        await visit.ExpectHeadingAsync("You cannot search yet");
        await visit.Page.GotoAsync("/staff/account");
        await visit.ExpectHeadingAsync("Your account");
        await visit.AssertAccessibleAsync("staff-account");
        await visit.AssertFitsAsync();
    }

    [Fact]
    public async Task A_passkey_signs_in_alone()
    {
        // Passkeys belong to a name; an address made of numbers is none.
        var site = new UriBuilder(portal.Address) { Host = "localhost" }.Uri;
        await using var visit = await browser.VisitAsync(portal);
        var device = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        await visit.Page.GotoAsync(new Uri(site, "/staff/sign-in").ToString());
        await visit.SignInAsync(SampleCity.Colleague);
        await visit.ExpectHeadingAsync("Jonah Whitfield");
        await visit.Page.GotoAsync(new Uri(site, "/staff/account").ToString());
        await visit.Page.GetByLabel("Another passkey, named").FillAsync("Car laptop");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("Car laptop")).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync("staff-account-passkey");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await visit.ExpectHeadingAsync("Sign in");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await visit.ExpectHeadingAsync("Jonah Whitfield");
        await visit.Page.GotoAsync(new Uri(site, "/staff/account").ToString());
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Remove the passkey Car laptop" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("The passkey Car laptop is removed.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_the_other_browser_at_its_next_step()
    {
        await using var one = await browser.VisitAsync(portal);
        await using var other = await browser.VisitAsync(portal);
        await one.SignInAsync(SampleCity.Colleague);
        await one.ExpectHeadingAsync("Jonah Whitfield");
        await other.SignInAsync(SampleCity.Colleague);
        await other.ExpectHeadingAsync("Jonah Whitfield");
        await one.Page.GotoAsync("/staff/account");
        await one.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere else" }).ClickAsync();
        await Assertions.Expect(one.Page.GetByText("ended.")).ToBeVisibleAsync();
        await other.Page.GotoAsync("/staff/search");
        await other.ExpectHeadingAsync("Sign in");
    }

    private async Task<string> InviteAsync(string name, int width, bool dark)
    {
        await using var visit = await browser.VisitAsync(portal, width, dark: dark);
        await visit.SignInAsync(SampleCity.Administrator);
        await visit.Page.GotoAsync("/staff/accounts/new");
        await visit.AssertAccessibleAsync("staff-account-new");
        await visit.AssertFitsAsync();
        await visit.Page.GetByLabel("User name").FillAsync(name);
        await visit.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Nadia Ferro");
        await visit.Page.GetByLabel("Unit").FillAsync("Patrol");
        await visit.Page.GetByLabel("Officer", new() { Exact = true }).CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add, and make the link" }).ClickAsync();
        await visit.ExpectHeadingAsync("Hand this link to Nadia Ferro");
        await visit.AssertAccessibleAsync("staff-account-link");
        await visit.AssertFitsAsync();
        var link = await visit.Page.Locator("#link").InnerTextAsync();
        await visit.Page.GotoAsync("/staff/accounts");
        await visit.AssertAccessibleAsync("staff-accounts");
        await visit.AssertFitsAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Noriko Ito" }).ClickAsync();
        await visit.AssertAccessibleAsync("staff-account-edit");
        await visit.AssertFitsAsync();
        return link;
    }

    private static async Task EnterAsync(Visit visit, string code, string button)
    {
        await visit.Page.Locator("#code").FillAsync(code);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
    }

    private static byte[] Base32(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
    }
}
