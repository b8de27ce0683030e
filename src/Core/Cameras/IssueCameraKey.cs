using Transparency.Audit.Schemas;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Cameras;

/// <summary>
/// Gives a camera that delivers by itself a new key and takes the old one away, or only the latter. The key is in the outcome and
/// nowhere else.
/// </summary>
public sealed class IssueCameraKey(SqlDatabase database, AuditLog log)
{
    public static readonly CameraRefusal ReadFromFeed =
        new("read-from-feed", "This camera is read from its feed; only cameras that deliver by themselves have a key.");

    /// <param name="context">Who, why and when.</param>
    /// <param name="number">The camera's.</param>
    /// <param name="revokeOnly">Leaves the camera without a key.</param>
    /// <param name="cancellation">Ends the act before it is committed.</param>
    public Task<CameraKeyIssue> RunAsync(
        AuditContext context, int number, bool revokeOnly = false, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async scope =>
            {
                if (await CameraStore.FindAsync(scope, number, context.At) is not var (camera, facts))
                {
                    return new CameraKeyIssue(CameraGate.Unknown, null, null);
                }

                if (Refusal(camera) is { } refusal && !revokeOnly)
                {
                    return new CameraKeyIssue(refusal, null, null);
                }

                await CameraKeyStore.RevokeAsync(scope, number, context.At);
                var key = revokeOnly ? null : CameraKey.Make();
                if (key is not null)
                {
                    await CameraKeyStore.AddAsync(scope, number, key, context.At);
                }

                var change = key is null ? "key-revoked" : "key-issued";
                var e = CameraEvents.Of(CameraActs.CameraChange, camera, facts, change, new AuditField("change", change));
                return new CameraKeyIssue(null, key, await log.AppendAsync(scope, context, e, cancellation));
            },
            cancellation);

    private static CameraRefusal? Refusal(Camera camera) => camera switch
    {
        { Status: CameraStatus.Removed } => CameraGate.Removed,
        { Kind: CameraKind.Fixed } => ReadFromFeed,
        _ => null,
    };
}

/// <summary>What came of asking for a key.</summary>
/// <param name="Refusal">Null when it was done.</param>
/// <param name="Key">The new key, to be shown once; null when keys were only revoked.</param>
/// <param name="Receipt">Of the log entry; null when nothing was done.</param>
public sealed record CameraKeyIssue(CameraRefusal? Refusal, string? Key, AuditReceipt? Receipt)
{
    /// <summary>Leaves the key out: a record prints all its members.</summary>
    public override string ToString() => Refusal?.Code ?? "done";
}
