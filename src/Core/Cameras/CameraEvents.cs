using System.Globalization;
using Transparency.Core.AuditTrail;

namespace Transparency.Core.Cameras;

/// <summary>Log entries about cameras: number, area and decision are public, the exact place is not.</summary>
internal static class CameraEvents
{
    public static AuditEvent Of(string act, Camera camera, CameraFacts facts, string outcome, params AuditField[] more) => new(
        act,
        [
            new("camera", camera.Number.ToString(CultureInfo.InvariantCulture)),
            new("area", camera.AreaId),
            new("approval", facts.Approval is { } approval ? approval.Resolution : ""),
            new("site", $"{camera.Name}, facing {camera.Facing}"),
            .. more,
        ])
    {
        Elements = $"camera {camera.Number.ToString(CultureInfo.InvariantCulture)}",
        Outcome = outcome,
    };
}
