namespace Transparency.Core.Alerts;

/// <summary>
/// Rule: an alert is a lead. Acknowledge, then verify, then close; nobody closes an alert as acted upon that was not confirmed by eye and
/// at its source, and one that proved wrong closes as what was wrong with it, so that error rates are true.
/// </summary>
public static class AlertRules
{
    /// <returns>Null when the alert may be acknowledged.</returns>
    public static AlertRefusal? Acknowledge(Alert alert) =>
        alert.ClosedMs is not null ? AlertRefusal.Closed
        : alert.AcknowledgedMs is not null ? AlertRefusal.AlreadyAcknowledged
        : null;

    /// <returns>Null when the finding may be recorded.</returns>
    public static AlertRefusal? Verify(Alert alert, string verification) =>
        alert.ClosedMs is not null ? AlertRefusal.Closed
        : alert.AcknowledgedMs is null ? AlertRefusal.NotAcknowledged
        : alert.Verification is not null ? AlertRefusal.AlreadyVerified
        : !Verification.All.Contains(verification) ? AlertRefusal.UnknownChoice
        : null;

    /// <returns>Null when the alert may be closed so.</returns>
    public static AlertRefusal? Close(Alert alert, string disposition)
    {
        if (alert.ClosedMs is not null)
        {
            return AlertRefusal.Closed;
        }

        if (!Disposition.All.Contains(disposition))
        {
            return AlertRefusal.UnknownChoice;
        }

        return alert.Verification switch
        {
            null => AlertRefusal.NotVerified,
            Verification.Confirmed => Disposition.Errors.Contains(disposition) ? AlertRefusal.Contradicts : null,
            _ => disposition == alert.Verification ? null : AlertRefusal.Contradicts,
        };
    }
}

/// <summary>Why a step was refused: a code for the log, words for the officer.</summary>
public sealed record AlertRefusal(string Code, string Words)
{
    public static AlertRefusal Closed { get; } = new("closed", "This alert is closed already.");

    public static AlertRefusal AlreadyAcknowledged { get; } = new("already-acknowledged", "This alert was acknowledged already.");

    public static AlertRefusal NotAcknowledged { get; } = new("not-acknowledged", "Acknowledge the alert before you verify it.");

    public static AlertRefusal AlreadyVerified { get; } = new("already-verified", "This alert was verified already.");

    public static AlertRefusal NotVerified { get; } = new(
        "not-verified",
        "An alert is a lead. Compare the plate and the state with the picture, and check that the entry is still valid at its source.");

    public static AlertRefusal Contradicts { get; } = new(
        "contradicts-verification", "This outcome does not agree with what was found when the alert was verified.");

    public static AlertRefusal UnknownChoice { get; } = new("unknown-choice", "Choose one of the listed outcomes.");

    public static AlertRefusal NotFound { get; } = new("not-found", "There is no such alert.");
}
