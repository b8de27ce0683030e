using Transparency.Core.Agencies;

namespace Transparency.Core.Sharing;

/// <summary>How an agreement stands on a day.</summary>
public enum AgreementState
{
    None,
    Requested,
    Refused,
    Suspended,
    AuditFailed,
    AuditOverdue,
    Incomplete,
    TermsMissing,
    NotYetEffective,
    Expired,
    InForce,
}

/// <summary>
/// Rule: works out the state from the record and the day, so that a lapse, a failed audit or a missed audit takes effect on its day
/// without anyone doing anything.
/// </summary>
public static class AgreementStanding
{
    public static AgreementState On(Agreement? agreement, DateOnly day)
    {
        if (agreement is null)
        {
            return AgreementState.None;
        }

        var today = City.Text(day);
        return agreement.Decision switch
        {
            AgreementDecision.Requested => AgreementState.Requested,
            AgreementDecision.Agreed when agreement.SuspendedMs is not null => AgreementState.Suspended,
            AgreementDecision.Agreed => OfAgreed(agreement, today),
            _ => AgreementState.Refused,
        };
    }

    private static AgreementState OfAgreed(Agreement agreement, string today) => agreement switch
    {
        { AuditResult: "failed" } => AgreementState.AuditFailed,
        { AuditDueDay: { } due } when IsBefore(due, today) => AgreementState.AuditOverdue,
        { SignedDay: null } or { EffectiveDay: null } or { ExpiresDay: null } or { DocumentUrl: null } => AgreementState.Incomplete,
        { AuditDueDay: null } when SharingDirection.LeavesTheCity(agreement.Direction) => AgreementState.Incomplete,
        _ when SharingDirection.LeavesTheCity(agreement.Direction) && RequiredTerms.Missing(agreement.Terms).Count > 0 =>
            AgreementState.TermsMissing,
        _ when IsBefore(today, agreement.SignedDay) || IsBefore(today, agreement.EffectiveDay) => AgreementState.NotYetEffective,
        _ when IsBefore(agreement.ExpiresDay, today) => AgreementState.Expired,
        _ => AgreementState.InForce,
    };

    // Days written yyyy-MM-dd sort as text.
    private static bool IsBefore(string day, string other) => string.CompareOrdinal(day, other) < 0;
}
