using Microsoft.Playwright;
using Transparency.Portal.Tests.Browser;
using Transparency.Portal.Tests.Host;

namespace Transparency.Portal.Tests.Staff;

/// <summary>What staff do in the browser, step by step.</summary>
internal static class StaffVisits
{
    public const string Basis = "Silver sedan left a collision on Quay Street at 10:20, a pedestrian was hurt, two witnesses read the plate.";

    public static async Task SignInAsync(this Visit visit, string name, string password = SampleCity.Password)
    {
        if (!visit.Page.Url.Contains("/staff/sign-in", StringComparison.Ordinal))
        {
            await visit.Page.GotoAsync("/staff/sign-in");
        }

        await visit.Page.GetByLabel("User name").FillAsync(name);
        await visit.Page.GetByLabel("Password").FillAsync(password);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    public static async Task FillSearchAsync(this Visit visit, string plate, string basis = Basis, string caseNumber = "26-041877")
    {
        await visit.Page.GetByLabel("Plate, whole or in part").FillAsync(plate);
        await visit.Page.GetByLabel("Purpose").SelectOptionAsync("hit-and-run");
        await visit.Page.GetByLabel("Case or call-for-service number").FillAsync(caseNumber);
        await visit.Page.GetByLabel("Factual basis").FillAsync(basis);
    }

    public static Task SearchAsync(this Visit visit) =>
        visit.Page.GetByRole(AriaRole.Button, new() { Name = "Record and search" }).ClickAsync();

    public static Task ExpectHeadingAsync(this Visit visit, string text) =>
        Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = text })).ToBeVisibleAsync();
}
