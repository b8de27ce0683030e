using System.Globalization;

namespace Transparency.Core.Cameras;

/// <summary>What is on record about a camera at one instant.</summary>
public sealed record CameraFacts
{
    public required int Number { get; init; }

    public required string Status { get; init; }

    /// <summary>Kind of the council decision the camera names; null when it names none.</summary>
    public string? DecisionKind { get; init; }

    /// <summary>Day of the meeting, yyyy-MM-dd.</summary>
    public string? DecisionDay { get; init; }

    /// <summary>Last day the decision holds, yyyy-MM-dd; null when it has no end.</summary>
    public string? DecisionExpiresDay { get; init; }

    public long? DecisionWithdrawnMs { get; init; }

    /// <summary>The policy in force; null when there is none.</summary>
    public int? PolicyVersion { get; init; }
}

/// <summary>Why a camera may not read.</summary>
/// <param name="Code">For the database and the log.</param>
/// <param name="Explanation">For people: one sentence.</param>
public sealed record CameraRefusal(string Code, string Explanation);

/// <summary>
/// A camera only reads while a council decision covers it and a policy is in force (Cal. Civ. Code 1798.90.51 and .55(a)). Days are
/// days of the city: a decision holds from the day of its meeting to the end of its last day.
/// </summary>
public static class CameraGate
{
    public static readonly CameraRefusal Unknown = new("unknown-camera", "There is no camera with this number.");

    public static readonly CameraRefusal NotLive = new("not-live", "The camera is not switched on.");

    public static readonly CameraRefusal Removed = new("removed", "The camera was removed; put up again, it is a new camera with a new decision.");

    public static readonly CameraRefusal NoPolicy = new("no-policy", "No usage and privacy policy is in force.");

    public static readonly CameraRefusal NoDecision = new("no-decision", "No council decision is recorded for this camera.");

    public static readonly CameraRefusal OtherDecision = new("other-decision", "The recorded decision is not about cameras.");

    public static readonly CameraRefusal NotYetDecided = new("not-yet-decided", "The council meets on this camera on a later day.");

    public static readonly CameraRefusal Expired = new("decision-expired", "The council decision for this camera has expired.");

    public static readonly CameraRefusal Withdrawn = new("decision-withdrawn", "The council decision for this camera was withdrawn.");

    /// <summary>Whether a camera may read now; null means it may.</summary>
    public static CameraRefusal? Refusal(CameraFacts? facts, DateOnly today) => facts switch
    {
        null => Unknown,
        { Status: not CameraStatus.Live } => NotLive,
        _ => RefusalToSwitchOn(facts, today),
    };

    /// <summary>Whether a camera may be switched on today; null means it may.</summary>
    public static CameraRefusal? RefusalToSwitchOn(CameraFacts? facts, DateOnly today)
    {
        var day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return facts switch
        {
            null => Unknown,
            { Status: CameraStatus.Removed } => Removed,
            { PolicyVersion: null } => NoPolicy,
            { DecisionKind: null } => NoDecision,
            { DecisionKind: not ("camera" or "program") } => OtherDecision,
            { DecisionWithdrawnMs: not null } => Withdrawn,
            _ when string.CompareOrdinal(facts.DecisionDay, day) > 0 => NotYetDecided,
            _ when facts.DecisionExpiresDay is { } last && string.CompareOrdinal(last, day) < 0 => Expired,
            _ => null,
        };
    }
}
