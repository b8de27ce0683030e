using Transparency.Core.Approvals;
using Transparency.Core.Cameras;

namespace Transparency.Core.Tests.Cameras;

public sealed class CameraGateTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly Approval Decision = new()
    {
        Id = "decision",
        Kind = ApprovalKind.Camera,
        Title = "Camera on Pier Street",
        MeetingDay = "2026-03-03",
        AgendaItem = "9.2",
        Vote = "5-0",
        Resolution = "Resolution 2026-17",
        Link = "",
        CreatedMs = 0,
    };

    private static readonly CameraFacts Covered = new() { Number = 1, Status = CameraStatus.Live, Approval = Decision, PolicyVersion = 2 };

    [Fact]
    public void A_live_camera_with_a_decision_and_a_policy_may_read() => Assert.Null(CameraGate.Refusal(Covered, Today));

    [Fact]
    public void A_decision_about_the_whole_programme_covers_its_cameras() => Assert.Null(RefusalUnder(Decision with { Kind = ApprovalKind.Program }));

    [Fact]
    public void A_camera_without_a_recorded_decision_may_not_read() => Assert.Equal(ApprovalRules.Missing.Code, RefusalUnder(null));

    [Fact]
    public void A_decision_about_sharing_does_not_cover_a_camera() =>
        Assert.Equal(ApprovalRules.OtherSubject.Code, RefusalUnder(Decision with { Kind = ApprovalKind.Sharing }));

    [Fact]
    public void A_vote_that_failed_covers_nothing() => Assert.Equal(ApprovalRules.NotPassed.Code, RefusalUnder(Decision with { Vote = "2-3" }));

    [Fact]
    public void A_withdrawn_decision_covers_nothing() =>
        Assert.Equal(ApprovalRules.Withdrawn.Code, RefusalUnder(Decision with { WithdrawnMs = 1 }));

    [Fact]
    public void A_decision_holds_on_the_day_of_the_meeting_but_not_before()
    {
        Assert.Null(RefusalUnder(Decision with { MeetingDay = "2026-11-22" }));
        Assert.Equal(ApprovalRules.NotYet.Code, RefusalUnder(Decision with { MeetingDay = "2026-11-23" }));
    }

    [Fact]
    public void A_decision_holds_on_its_last_day_but_not_after()
    {
        Assert.Null(RefusalUnder(Decision with { ExpiresDay = "2026-11-22" }));
        Assert.Equal(ApprovalRules.Expired.Code, RefusalUnder(Decision with { ExpiresDay = "2026-11-21" }));
    }

    [Fact]
    public void Without_a_policy_in_force_no_camera_may_read() =>
        Assert.Equal(CameraGate.NoPolicy, CameraGate.Refusal(Covered with { PolicyVersion = null }, Today));

    [Theory]
    [InlineData(CameraStatus.Planned)]
    [InlineData(CameraStatus.Paused)]
    [InlineData(CameraStatus.Removed)]
    public void A_camera_that_is_not_switched_on_may_not_read(string status) =>
        Assert.Equal(CameraGate.NotLive, CameraGate.Refusal(Covered with { Status = status }, Today));

    [Fact]
    public void A_planned_camera_with_a_decision_may_be_switched_on_but_a_removed_one_may_not()
    {
        Assert.Null(CameraGate.RefusalToSwitchOn(Covered with { Status = CameraStatus.Planned }, Today));
        Assert.Equal(CameraGate.Removed, CameraGate.RefusalToSwitchOn(Covered with { Status = CameraStatus.Removed }, Today));
    }

    [Fact]
    public void A_number_without_a_camera_is_refused() => Assert.Equal(CameraGate.Unknown, CameraGate.Refusal(null, Today));

    private static string? RefusalUnder(Approval? decision) => CameraGate.Refusal(Covered with { Approval = decision }, Today)?.Code;
}
