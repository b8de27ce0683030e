using System.Globalization;
using Transparency.Audit.Schemas;
using Transparency.Core.AuditTrail;

namespace Transparency.Core.Alerts;

/// <summary>What the log says of an alert.</summary>
internal static class AlertEvents
{
    public static AuditEvent Raised(Alert alert, AlertSubject subject) => new(
        AlertActs.AlertRaised,
        [
            .. subject.Fields(alert),
            new("detection", alert.DetectionId.ToString(CultureInfo.InvariantCulture)),
            new("camera", alert.Camera.ToString(CultureInfo.InvariantCulture)),
        ])
    {
        Elements = $"plate {subject.Plate} read by camera {alert.Camera}",
        Outcome = "alert raised",
    };

    public static AuditEvent Acknowledged(Alert alert, AlertSubject subject) => new(AlertActs.AlertAcknowledged, subject.Fields(alert))
    {
        Elements = $"alert on plate {subject.Plate}",
        Outcome = "acknowledged",
    };

    public static AuditEvent Verified(Alert alert, AlertSubject subject) => new(
        AlertActs.AlertVerified, [.. subject.Fields(alert), new("verification", alert.Verification!)])
    {
        Elements = $"alert on plate {subject.Plate}",
        Outcome = alert.Verification!,
    };

    public static AuditEvent Closed(Alert alert, AlertSubject subject) => new(
        AlertActs.AlertDisposition,
        [
            .. subject.Fields(alert),
            new("disposition", alert.Disposition!),
            new("verification", alert.Verification ?? ""),
        ])
    {
        Elements = $"alert on plate {subject.Plate}",
        Outcome = alert.Disposition!,
    };
}
