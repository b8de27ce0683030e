using Transparency.Core.Agencies;

namespace Transparency.Core.Approvals;

/// <summary>Whether a council decision covers a subject, and if not, why not: a code for the log and words for people.</summary>
public sealed record ApprovalCoverage(bool IsCovered, string Code, string Words);

/// <summary>
/// Rule: does this decision of the council cover this kind of subject on this day? Cameras, policy versions and sharing wait for it
/// (Cal. Civ. Code 1798.90.55(a); the rest is configured policy).
/// </summary>
public static class ApprovalRules
{
    public static ApprovalCoverage Covered { get; } = new(true, "covered", "The council approved this.");

    public static ApprovalCoverage Missing { get; } = new(false, "no-approval", "No council decision is recorded for this.");

    public static ApprovalCoverage OtherSubject { get; } = new(
        false, "other-subject", "The recorded council decision is about something else.");

    public static ApprovalCoverage Unreadable { get; } = new(
        false, "vote-not-recorded", "The council's vote is not recorded, such as 5-0 or 4-1.");

    public static ApprovalCoverage NotPassed { get; } = new(false, "not-passed", "The council did not approve this.");

    public static ApprovalCoverage NotYet { get; } = new(false, "not-yet-decided", "The council's meeting has not taken place yet.");

    public static ApprovalCoverage Expired { get; } = new(false, "expired", "The council's approval has expired.");

    public static ApprovalCoverage Withdrawn { get; } = new(false, "withdrawn", "The council's approval was withdrawn.");

    /// <param name="approval">The decision recorded for the subject; null when there is none.</param>
    /// <param name="kind">What the subject is, see <see cref="ApprovalKind"/>.</param>
    /// <param name="day">The day asked about, in the city's calendar.</param>
    /// <remarks>
    /// A decision on the programme also covers the cameras it names. A withdrawn decision covers nothing, whatever the day: the question
    /// is whether something may happen now.
    /// </remarks>
    public static ApprovalCoverage Covers(Approval? approval, string kind, DateOnly day)
    {
        if (approval is null)
        {
            return Missing;
        }

        if (approval.Kind != kind && !(approval.Kind == ApprovalKind.Program && kind == ApprovalKind.Camera))
        {
            return OtherSubject;
        }

        if (!CouncilVote.TryParse(approval.Vote, out var vote))
        {
            return Unreadable;
        }

        if (!vote.Passed)
        {
            return NotPassed;
        }

        var today = City.Text(day);
        return approval switch
        {
            { WithdrawnMs: not null } => Withdrawn,
            _ when string.CompareOrdinal(today, approval.MeetingDay) < 0 => NotYet,
            { ExpiresDay: { } last } when string.CompareOrdinal(last, today) < 0 => Expired,
            _ => Covered,
        };
    }
}
