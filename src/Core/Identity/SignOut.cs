using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Identity;

/// <summary>Records that a session ended. The session itself is the browser's cookie, which the caller takes away.</summary>
public sealed class SignOut(SqlDatabase database, AuditLog log)
{
    public Task RunAsync(AuditContext context, CancellationToken cancellation = default) =>
        database.WriteAsync(scope => log.AppendAsync(scope, context, IdentityEvents.SignedOut("user")), cancellation);
}
