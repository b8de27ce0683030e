using System.Globalization;
using Transparency.Audit.Witnessing;

namespace Transparency.Core.AuditTrail;

/// <summary>Rule: what a witness's answer means, as a state and in words for residents.</summary>
public static class WitnessWords
{
    /// <param name="answer">Null where there was none.</param>
    /// <param name="isSigned">Whether the answer carried a signature that verifies.</param>
    /// <param name="size">The size of the head offered.</param>
    public static (string State, string Detail) Of(WitnessAnswer? answer, bool isSigned, long size) => answer switch
    {
        { Status: 200 } when isSigned => (WitnessState.Signed, string.Create(CultureInfo.InvariantCulture, $"Signed the head of {size} entries.")),
        { Status: 200 } => (WitnessState.Refused, "Answered without a signature that fits its key."),
        null => (WitnessState.Unreachable, "Did not answer."),
        { Status: 429 or >= 500 } => (WitnessState.Unreachable, $"Could not answer now (status {answer.Status})."),
        { Status: 409 } when answer.ConflictingSize() is { } known => (WitnessState.Alarm, string.Create(
            CultureInfo.InvariantCulture, $"Says it has signed a head of {known} entries, and this log has only {size}.")),
        { Status: 409 or 422 } => (WitnessState.Alarm, "Refuses: this head does not continue the one it signed before. One of the two logs it was shown is false."),
        { Status: 403 } => (WitnessState.Refused, "Refuses: it does not accept this log's key."),
        { Status: 404 } => (WitnessState.Refused, "Refuses: it does not know this log."),
        _ => (WitnessState.Refused, $"Refuses (status {answer.Status})."),
    };
}
