using Bunit;
using Transparency.Portal.Public.Audits;
using Transparency.Portal.Public.Cameras;
using Transparency.Portal.Public.Decisions;
using Transparency.Portal.Public.Documents;
using Transparency.Portal.Public.Information;
using Transparency.Portal.Public.Log;
using Transparency.Portal.Public.Sharing;

namespace Transparency.Portal.Tests.Public;

public sealed class ListPagesTests : PublicPageTest
{
    [Fact]
    public async Task The_sharing_list_tells_who_may_search_who_stopped_and_who_was_refused()
    {
        await FillAsync();
        var page = Open<SharingPage>();

        Assert.Equal(["Rio Verde Police Department"], Rows(page, "Agencies that can search our readings"));
        Assert.Equal(["Desert County Sheriff"], Rows(page, "Agencies whose readings we can search"));
        Assert.Equal(["Harbor Shops Association"], Rows(page, "Organisations whose cameras feed into our system"));
        Assert.Equal(["Old Mill Police Department"], Rows(page, "Agreements that stopped"));
        Assert.Equal(["A federal border agency"], Rows(page, "Requests that were refused"));
    }

    [Fact]
    public async Task Cameras_are_told_by_area_and_never_by_their_feed()
    {
        await FillAsync();
        var page = Open<CamerasPage>();

        Assert.Equal(["Harbor", "Old Town"], Rows(page, "Cameras by area"));
        Assert.Equal("2", page.FindAll(".area-count")[0].TextContent);
        Assert.DoesNotContain("secret-feed", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Camera 1", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_independent_audit_is_counted_down()
    {
        await FillAsync();
        var page = Open<AuditsPage>();

        Assert.Contains("due in 110 days", page.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 of 1", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_overdue_audit_is_shown_as_overdue()
    {
        await FillAsync();
        await ExecuteAsync("update audits set due_day = '2026-11-01' where id = 'independent-2027'");

        Assert.Contains("overdue by 21 days", Open<AuditsPage>().Find(".notice-warning").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposal_shows_its_evaluation_and_how_to_comment()
    {
        await FillAsync();
        var page = Open<ProposalPage>(p => p.Add(x => x.Id, "two-cameras"));

        Assert.Equal(5, page.FindAll("h3").Count);
        Assert.Contains("You can comment until 1 December 2026", page.Find(".notice").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proposal_that_never_was_says_where_else_to_look()
    {
        Assert.Equal("There is no such page", Open<ProposalPage>(p => p.Add(x => x.Id, "nothing")).Find("h1").TextContent);
    }

    [Fact]
    public async Task A_decision_can_be_linked_to()
    {
        await FillAsync();
        Assert.NotNull(Open<DecisionsPage>().Find("tr#programme"));
    }

    [Fact]
    public void Lists_without_rows_say_why_and_what_would_fill_them()
    {
        Assert.Contains("No agency can search our readings.", Open<SharingPage>().Markup, StringComparison.Ordinal);
        Assert.Contains("No independent audit is planned.", Open<AuditsPage>().Markup, StringComparison.Ordinal);
        Assert.Contains("Nothing is proposed at the moment.", Open<DecisionsPage>().Markup, StringComparison.Ordinal);
        Assert.Contains("No document has been published yet.", Open<DocumentsPage>().Markup, StringComparison.Ordinal);
        Assert.Contains("The log has no entry yet.", Open<LogPage>().Markup, StringComparison.Ordinal);
        Assert.Contains("No decision about cameras is recorded", Open<CamerasPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fictional_citys_addresses_are_visibly_fictional()
    {
        Assert.Contains("@marisol-bay.example", Open<ContactPage>().Markup, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Rows<TPage>(IRenderedComponent<TPage> page, string caption)
        where TPage : Microsoft.AspNetCore.Components.IComponent => page.FindAll("table")
        .Single(table => table.QuerySelector("caption")?.TextContent == caption)
        .QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim());
}
