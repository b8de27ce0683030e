using Transparency.Core.Approvals;

namespace Transparency.Core.Cameras;

/// <summary>What is on record about a camera at one instant.</summary>
public sealed record CameraFacts
{
    public required int Number { get; init; }

    public required string Status { get; init; }

    /// <summary>The council decision the camera names; null when it names none.</summary>
    public Approval? Approval { get; init; }

    /// <summary>The policy in force; null when there is none.</summary>
    public int? PolicyVersion { get; init; }
}

/// <summary>Why a camera may not read.</summary>
/// <param name="Code">For the database and the log.</param>
/// <param name="Explanation">For people: one sentence.</param>
public sealed record CameraRefusal(string Code, string Explanation);

/// <summary>
/// A camera only reads while a council decision covers it and a policy is in force (Cal. Civ. Code 1798.90.51 and .55(a)).
/// </summary>
public static class CameraGate
{
    public static readonly CameraRefusal Unknown = new("unknown-camera", "There is no camera with this number.");

    public static readonly CameraRefusal NotLive = new("not-live", "The camera is not switched on.");

    public static readonly CameraRefusal Removed =
        new("removed", "The camera was removed; put up again, it is a new camera with a new decision.");

    public static readonly CameraRefusal NoPolicy = new("no-policy", "No usage and privacy policy is in force.");

    /// <summary>Whether a camera may read now; null means it may.</summary>
    /// <param name="facts">Null for a camera that does not exist.</param>
    /// <param name="today">In the city's calendar.</param>
    public static CameraRefusal? Refusal(CameraFacts? facts, DateOnly today) => facts switch
    {
        null => Unknown,
        { Status: not CameraStatus.Live } => NotLive,
        _ => RefusalToSwitchOn(facts, today),
    };

    /// <summary>Whether a camera may be switched on today; null means it may.</summary>
    /// <inheritdoc cref="Refusal"/>
    public static CameraRefusal? RefusalToSwitchOn(CameraFacts? facts, DateOnly today) => facts switch
    {
        null => Unknown,
        { Status: CameraStatus.Removed } => Removed,
        { PolicyVersion: null } => NoPolicy,
        _ => ApprovalRules.Covers(facts.Approval, ApprovalKind.Camera, today) is { IsCovered: false } lacking
            ? new CameraRefusal(lacking.Code, lacking.Words)
            : null,
    };
}
