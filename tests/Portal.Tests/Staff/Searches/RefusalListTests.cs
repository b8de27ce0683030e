using System.Reflection;
using Bunit;
using Transparency.Core.Searches;
using Transparency.Portal.Staff.Searches;

namespace Transparency.Portal.Tests.Staff.Searches;

public sealed class RefusalListTests : ComponentTests
{
    [Fact]
    public void A_refusal_leads_to_its_field_and_cites_the_policy()
    {
        var list = Render<RefusalList>(l => l.Add(r => r.Refusals, [new(SearchRefusal.NoCaseNumber, "Enter the case number.")]).Add(r => r.Linked, true));
        Assert.Equal("/staff/search#case-number", list.Find("a").GetAttribute("href"));
        Assert.Contains("Part A", list.Find(".rests-on").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_who_has_not_accepted_the_policy_is_led_to_it()
    {
        var list = Render<RefusalList>(l => l.Add(r => r.Refusals, [new(SearchRefusal.PolicyNotAcknowledged, "Read it first.")]));
        Assert.Equal("/staff/policy", list.Find("a").GetAttribute("href"));
    }

    [Fact]
    public void Every_refusal_that_is_about_the_form_has_its_field()
    {
        string[] aboutThePerson =
        [
            SearchRefusal.NoPolicy, SearchRefusal.AccountUnknown, SearchRefusal.AccountDisabled, SearchRefusal.RoleMayNotSearch,
            SearchRefusal.AgencyNotAllowed, SearchRefusal.TrainingMissing, SearchRefusal.TrainingExpired, SearchRefusal.PolicyNotAcknowledged,
        ];
        var codes = typeof(SearchRefusal).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);
        Assert.All(codes, code => Assert.Equal(aboutThePerson.Contains(code), RefusalPlace.FieldOf(code) is null));
    }
}
