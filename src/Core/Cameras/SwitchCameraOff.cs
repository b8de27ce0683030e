using Transparency.Audit.Schemas;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Cameras;

/// <summary>Pauses a camera, or removes it for good. Nothing stands in the way of reading less.</summary>
public sealed class SwitchCameraOff(SqlDatabase database, AuditLog log)
{
    /// <param name="context">Who, why and when.</param>
    /// <param name="number">The camera's.</param>
    /// <param name="forGood">Removes the camera from the street; it cannot be switched on again.</param>
    /// <param name="cancellation">Ends the act before it is committed.</param>
    public Task<CameraSwitch> RunAsync(AuditContext context, int number, bool forGood = false, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async scope =>
            {
                if (await CameraStore.FindAsync(scope, number, context.At) is not var (camera, facts))
                {
                    return new CameraSwitch(CameraGate.Unknown, null);
                }

                var status = forGood ? CameraStatus.Removed : CameraStatus.Paused;
                await CameraStore.SetStatusAsync(scope, number, status, context.At);

                // A camera that is off is not out: what it does not see from here on, it was not meant to see.
                await CameraOutageStore.CloseAsync(scope, number, context.At);
                var e = CameraEvents.Of(CameraActs.CameraOff, camera, facts, status, new AuditField("reason", status));
                return new CameraSwitch(null, await log.AppendAsync(scope, context, e, cancellation));
            },
            cancellation);
}
