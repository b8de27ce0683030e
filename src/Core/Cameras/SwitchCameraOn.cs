using Transparency.Audit.Schemas;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Cameras;

/// <summary>
/// Lets a camera read from now on. Without a council decision that covers it the camera stays as it was, and the attempt is logged.
/// </summary>
public sealed class SwitchCameraOn(SqlDatabase database, City city, AuditLog log)
{
    public Task<CameraSwitch> RunAsync(AuditContext context, int number, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async scope =>
            {
                if (await CameraStore.FindAsync(scope, number, context.At) is not var (camera, facts))
                {
                    return new CameraSwitch(CameraGate.Unknown, null);
                }

                var refusal = CameraGate.RefusalToSwitchOn(facts, city.DayOf(context.At));
                if (refusal is null)
                {
                    await CameraStore.SetStatusAsync(scope, number, CameraStatus.Live, context.At);
                }

                var e = refusal is null
                    ? CameraEvents.Of(CameraActs.CameraLive, camera, facts, "switched on")
                    : CameraEvents.Of(CameraActs.CameraRefused, camera, facts, refusal.Explanation, new AuditField("reason", refusal.Code));
                return new CameraSwitch(refusal, await log.AppendAsync(scope, context, e, cancellation));
            },
            cancellation);
}

/// <summary>What came of switching a camera on or off.</summary>
/// <param name="Refusal">Null when it was done.</param>
/// <param name="Receipt">Of the log entry; null only when there is no such camera.</param>
public sealed record CameraSwitch(CameraRefusal? Refusal, AuditReceipt? Receipt);
