using Transparency.Core.Agencies;

namespace Transparency.Core.Sharing;

/// <summary>
/// Rule: may data flow between the city and an agency? Pure and total: every kind, state, direction and agreement state has an answer
/// with a reason. Who the agency is comes first: no agreement, and nobody's permission, opens a flow the law closes.
/// </summary>
/// <remarks>
/// Sources: Cal. Civ. Code 1798.90.55(b) with 1798.90.5(f) (a public agency is one of this state), Attorney General information
/// bulletin 2023-DLE-06, Gov. Code 7284.6; the one-way contribution and the suspension of partners are configured policy.
/// </remarks>
public static class SharingPolicy
{
    /// <summary>The state whose public agencies may receive data.</summary>
    public const string HomeState = "CA";

    /// <summary>The answer for one agency and direction on one day.</summary>
    public static SharingDecision Decide(Agency agency, string direction, Agreement? agreement, DateOnly day) =>
        Decide(agency.Kind, agency.State, direction, AgreementStanding.On(agreement, day));

    /// <summary>The answer from the four facts it depends on.</summary>
    public static SharingDecision Decide(string kind, string state, string direction, AgreementState agreement) =>
        Barred(kind, state, direction) ?? ByAgreement(agreement);

    /// <summary>The refusal that no agreement can lift; null when an agreement may be made.</summary>
    public static SharingDecision? Barred(string kind, string state, string direction)
    {
        if (!SharingDirection.All.Contains(direction))
        {
            return SharingReason.UnknownDirection;
        }

        return kind switch
        {
            AgencyKind.Federal => SharingReason.Federal,
            AgencyKind.FusionCenter => SharingReason.FusionCenter,
            AgencyKind.Private => direction == SharingDirection.Contribution ? null : SharingReason.Private,
            AgencyKind.Local or AgencyKind.State when state == HomeState => null,
            AgencyKind.Local or AgencyKind.State => SharingDirection.LeavesTheCity(direction) ? SharingReason.OutOfState : null,
            _ => SharingReason.UnknownKind,
        };
    }

    private static SharingDecision ByAgreement(AgreementState state) => state switch
    {
        AgreementState.InForce => SharingReason.InForce,
        AgreementState.Requested => SharingReason.Requested,
        AgreementState.Refused => SharingReason.RefusedByCity,
        AgreementState.Suspended => SharingReason.Suspended,
        AgreementState.AuditFailed => SharingReason.AuditFailed,
        AgreementState.AuditOverdue => SharingReason.AuditOverdue,
        AgreementState.Incomplete => SharingReason.Incomplete,
        AgreementState.TermsMissing => SharingReason.TermsMissing,
        AgreementState.NotYetEffective => SharingReason.NotYetEffective,
        AgreementState.Expired => SharingReason.Expired,
        _ => SharingReason.NoAgreement,
    };
}
