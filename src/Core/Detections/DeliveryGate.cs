using Transparency.Core.Agencies;
using Transparency.Core.Cameras;
using Transparency.Core.Policies;
using Transparency.Core.Retention;

namespace Transparency.Core.Detections;

/// <summary>
/// Which reads may be stored, from the facts of one moment: the camera may read, the plate is one, and the policy would not have
/// destroyed it already.
/// </summary>
internal sealed class DeliveryGate(
    City city, DateTimeOffset now, IReadOnlyList<PolicyVersion> policies, IReadOnlyList<CameraFacts> cameras, IReadOnlyList<Camera> places, AreaGrounds grounds)
{
    // Clocks of cameras and servers differ a little.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(2);

    private readonly DetectionId _oldest = RetentionSchedule.Cutoff(policies, now) is { } cutoff ? DetectionId.Floor(cutoff) : default;
    private readonly DetectionId _newest = DetectionId.Floor(now + ClockTolerance);
    private readonly Dictionary<int, string?> _cameraRefusals =
        cameras.ToDictionary(camera => camera.Number, camera => CameraGate.Refusal(camera, city.DayOf(now))?.Code);

    private readonly Dictionary<int, string> _areas = places.ToDictionary(camera => camera.Number, camera => camera.AreaId);

    /// <summary>A code of <see cref="DeliveryRefusal"/> or <see cref="CameraGate"/>, or null when the read may be stored.</summary>
    public string? Refusal(NewDetection detection) =>
        !_cameraRefusals.TryGetValue(detection.Camera, out var refusal) ? CameraGate.Unknown.Code
        : refusal is not null ? refusal
        : !PlateText.TryParse(detection.Plate, out _) ? DeliveryRefusal.PlateUnreadable
        : detection.Id < _oldest ? DeliveryRefusal.PastRetention
        : detection.Id >= _newest ? DeliveryRefusal.ClockAhead
        : null;

    /// <summary>Where the vehicle was: the ground a moving camera was on, or the area of the camera, which for a car is its home.</summary>
    public string AreaOf(NewDetection detection) =>
        (detection.Place is { } place ? grounds.AreaOf(place) : null) ?? _areas[detection.Camera];
}
