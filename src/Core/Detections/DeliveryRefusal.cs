namespace Transparency.Core.Detections;

/// <summary>
/// Why a read was not stored: one of these, or a code of <c>CameraGate</c>. Refused reads are counted by day and camera in
/// <c>ingest_refusals</c>; nothing of them is kept.
/// </summary>
public static class DeliveryRefusal
{
    /// <summary>What was read cannot be a plate; see <see cref="PlateText"/>.</summary>
    public const string PlateUnreadable = "plate-unreadable";

    /// <summary>Older than the policy keeps detections, so it may not be stored any more.</summary>
    public const string PastRetention = "past-retention";

    /// <summary>Captured later than now: the camera's clock is wrong.</summary>
    public const string ClockAhead = "clock-ahead";
}
