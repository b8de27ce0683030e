using Transparency.Core.Approvals;

namespace Transparency.Core.Tests.Approvals;

public sealed class ApprovalRulesTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    private static readonly Approval Good = new()
    {
        Id = "approval-1",
        Kind = ApprovalKind.Camera,
        Title = "Four cameras on Airport Road",
        MeetingDay = "2026-09-15",
        AgendaItem = "9.2",
        Vote = "5-2",
        Resolution = "Resolution 2026-41",
        Link = "https://marisol-bay.example/council/2026-09-15",
        ExpiresDay = "2027-09-15",
        CreatedMs = 0,
    };

    public static TheoryData<string, Func<Approval, Approval>, string> Flaws => new()
    {
        { "none", a => a, "covered" },
        { "no end", a => a with { ExpiresDay = null }, "covered" },
        { "the programme covers its cameras", a => a with { Kind = "program" }, "covered" },
        { "a decision on the policy", a => a with { Kind = "policy" }, "other-subject" },
        { "no vote recorded", a => a with { Vote = "" }, "vote-not-recorded" },
        { "the vote in words", a => a with { Vote = "unanimous" }, "vote-not-recorded" },
        { "voted down", a => a with { Vote = "2-5" }, "not-passed" },
        { "a tie", a => a with { Vote = "3-3-1" }, "not-passed" },
        { "withdrawn", a => a with { WithdrawnMs = 1 }, "withdrawn" },
        { "the meeting is tomorrow", a => a with { MeetingDay = "2026-11-23" }, "not-yet-decided" },
        { "the meeting is today", a => a with { MeetingDay = "2026-11-22" }, "covered" },
        { "expired yesterday", a => a with { ExpiresDay = "2026-11-21" }, "expired" },
        { "expires today", a => a with { ExpiresDay = "2026-11-22" }, "covered" },
    };

    [Theory]
    [MemberData(nameof(Flaws))]
    public void A_camera_waits_for_a_decision_of_the_council_that_covers_it(string flaw, Func<Approval, Approval> change, string code)
    {
        var coverage = ApprovalRules.Covers(change(Good), ApprovalKind.Camera, Day);
        Assert.True(coverage.Code == code, $"{flaw}: {coverage.Code}");
        Assert.Equal(code == "covered", coverage.IsCovered);
        Assert.NotEmpty(coverage.Words);
    }

    [Fact]
    public void Without_a_decision_nothing_is_covered() =>
        Assert.All(ApprovalKind.All, kind => Assert.Equal(ApprovalRules.Missing, ApprovalRules.Covers(null, kind, Day)));

    [Fact]
    public void A_decision_covers_its_own_kind_and_the_programme_nothing_more_than_cameras()
    {
        foreach (var kind in ApprovalKind.All)
        {
            foreach (var subject in ApprovalKind.All)
            {
                var expected = kind == subject || (kind == ApprovalKind.Program && subject == ApprovalKind.Camera);
                Assert.Equal(expected, ApprovalRules.Covers(Good with { Kind = kind }, subject, Day).IsCovered);
            }
        }
    }

    [Theory]
    [InlineData("5-0", 5, 0, 0)]
    [InlineData("4-1-2", 4, 1, 2)]
    public void A_vote_is_read_as_the_clerk_writes_it(string text, int pro, int contra, int absent)
    {
        Assert.True(CouncilVote.TryParse(text, out var vote));
        Assert.Equal(new CouncilVote(pro, contra, absent), vote);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("5")]
    [InlineData("5-")]
    [InlineData("-5-0")]
    [InlineData("5 - 0")]
    [InlineData("5-0-1-1")]
    [InlineData("99999999999-0")]
    public void Anything_else_is_no_vote(string? text) => Assert.False(CouncilVote.TryParse(text, out _));
}
