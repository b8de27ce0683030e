using Bunit;
using Transparency.Portal.Public.Policy;

namespace Transparency.Portal.Tests.Public;

public sealed class PolicyPageTests : PublicPageTest
{
    [Fact]
    public async Task The_policy_in_force_has_its_seven_parts_in_the_order_of_the_statute()
    {
        await FillAsync();
        var page = Open<PolicyPage>();

        var parts = page.FindAll("section h3").Select(heading => heading.TextContent[..3]);
        Assert.Equal(["(A)", "(B)", "(C)", "(D)", "(E)", "(F)", "(G)"], parts);
        Assert.Contains("In force", page.Find(".state-good").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_terms_shown_are_those_that_code_obeys()
    {
        await FillAsync();
        var page = Open<PolicyPage>();

        Assert.Contains($"{RecordedCity.Terms.RetentionDays} days from the photograph", page.Markup, StringComparison.Ordinal);
        Assert.All(RecordedCity.Terms.Purposes, purpose => Assert.Contains(purpose.Label.En, page.Markup, StringComparison.Ordinal));
        Assert.All(RecordedCity.Terms.Prohibited, purpose => Assert.Contains(purpose.Label.En, page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_earlier_version_says_which_one_replaced_it()
    {
        await FillAsync();
        var page = Open<PolicyPage>(p => p.Add(x => x.Number, 1));

        Assert.Contains("Version 2 replaced it on", page.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Contains("60 days from the photograph", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_never_was_leads_to_those_that_were()
    {
        await FillAsync();
        var page = Open<PolicyPage>(p => p.Add(x => x.Number, 99));

        Assert.Contains("There is no version 99", page.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.FindAll("tbody tr").Count);
    }

    [Fact]
    public void Without_a_policy_the_page_says_that_everything_is_off()
    {
        Assert.Contains("the software is off", Open<PolicyPage>().Find(".notice").TextContent, StringComparison.Ordinal);
    }
}
