using System.Data.Common;
using Dapper;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Policies;

namespace Transparency.Core.Identity;

/// <summary>Records that a user accepted the policy in force. Each version has to be accepted anew.</summary>
public sealed class AcknowledgePolicy(SqlDatabase database, PolicyStore policies, AuditLog log)
{
    /// <param name="context">Who accepts.</param>
    /// <param name="version">The version that the user read.</param>
    /// <param name="cancellation">Ends the act before it is recorded.</param>
    /// <returns>Null, or why it was not recorded. Accepting twice is no error and is recorded once.</returns>
    public async Task<string?> RunAsync(AuditContext context, int version, CancellationToken cancellation = default)
    {
        try
        {
            return await database.WriteAsync(scope => RunAsync(scope, context, version, cancellation), cancellation);
        }
        catch (DbException e) when (database.IsUniqueViolation(e))
        {
            return null; // Accepted before: the first acceptance stands.
        }
    }

    private async Task<string?> RunAsync(WriteScope scope, AuditContext context, int version, CancellationToken cancellation)
    {
        var inForce = await policies.InForceAsync(scope, context.At);
        if (inForce?.Version != version)
        {
            return inForce is null
                ? "No policy is in force, so there is none to accept."
                : $"Version {inForce.Version} of the policy came into force while you were reading. Read and accept that one.";
        }

        await scope.Connection.ExecuteAsync(
            "insert into policy_acknowledgements (user_id, version, at_ms) values (@UserId, @version, @AtMs)",
            new { context.Actor.UserId, version, AtMs = context.At.ToUnixTimeMilliseconds() },
            scope.Transaction);
        await log.AppendAsync(scope, context, IdentityEvents.PolicyAcknowledged(version), cancellation);
        return null;
    }
}
