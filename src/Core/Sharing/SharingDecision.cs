namespace Transparency.Core.Sharing;

/// <summary>The answer of <see cref="SharingPolicy"/>: shown to the public with its words, written to the log with its code.</summary>
public sealed record SharingDecision(bool IsAllowed, string Code, string Words);

/// <summary>Every answer there is.</summary>
public static class SharingReason
{
    public static SharingDecision InForce { get; } = new(true, "in-force", "A signed agreement is in force.");

    public static SharingDecision Federal { get; } = new(
        false, "federal", "Federal agencies receive no data. State law allows sharing only with public agencies of California.");

    public static SharingDecision FusionCenter { get; } = new(
        false, "fusion-center", "Fusion centres pool data with federal and out-of-state agencies, so they receive none of ours.");

    public static SharingDecision Private { get; } = new(
        false, "private", "Private organisations receive no data. They may only contribute, one way.");

    public static SharingDecision OutOfState { get; } = new(
        false, "out-of-state", "Agencies outside California receive no data. They may share theirs with us.");

    public static SharingDecision UnknownKind { get; } = new(
        false, "unknown-kind", "It is not recorded what kind of agency this is, so nothing is shared.");

    public static SharingDecision UnknownDirection { get; } = new(
        false, "unknown-direction", "This way of sharing is not one the policy knows.");

    public static SharingDecision NoAgreement { get; } = new(false, "no-agreement", "There is no agreement.");

    public static SharingDecision Requested { get; } = new(false, "requested", "An agreement was requested and is not decided yet.");

    public static SharingDecision RefusedByCity { get; } = new(false, "refused", "The city refused the agreement.");

    public static SharingDecision Suspended { get; } = new(false, "suspended", "The city suspended the agreement.");

    public static SharingDecision AuditFailed { get; } = new(
        false, "audit-failed", "Suspended: the agency failed its state-mandated audit.");

    public static SharingDecision AuditOverdue { get; } = new(
        false, "audit-overdue", "Suspended: the agency missed the date of its state-mandated audit.");

    public static SharingDecision Incomplete { get; } = new(
        false, "incomplete", "The agreement is not complete: a signature, a date or the document is missing.");

    public static SharingDecision TermsMissing { get; } = new(
        false, "terms-missing", "The agreement lacks terms that the city requires.");

    public static SharingDecision NotYetEffective { get; } = new(
        false, "not-yet-effective", "The agreement is signed and not in force yet.");

    public static SharingDecision Expired { get; } = new(false, "expired", "The agreement has expired.");
}
