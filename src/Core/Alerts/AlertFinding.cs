namespace Transparency.Core.Alerts;

/// <summary>Rule: the three questions before anybody acts on an alert, and what the answers come to. The first "no" is what was wrong.</summary>
public static class AlertFinding
{
    /// <param name="plateRight">The picture shows the plate that was read.</param>
    /// <param name="stateRight">The picture shows the state that the list names.</param>
    /// <param name="stillActive">The entry is still valid at its source.</param>
    /// <returns>One of <see cref="Verification"/>.</returns>
    public static string Of(bool plateRight, bool stateRight, bool stillActive) =>
        !plateRight ? Verification.Misread : !stateRight ? Verification.WrongState : !stillActive ? Verification.Stale : Verification.Confirmed;
}
