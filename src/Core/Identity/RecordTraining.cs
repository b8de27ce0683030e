using Dapper;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Identity;

/// <summary>Records a training certificate. Without one that is current, its holder cannot search (Cal. Civ. Code 1798.90.51(b)(2)(B)).</summary>
public sealed class RecordTraining(SqlDatabase database, AuditLog log)
{
    /// <param name="context">Who records it.</param>
    /// <param name="userId">Whose training it is.</param>
    /// <param name="certificate">The certificate's number or title.</param>
    /// <param name="completed">The day the training was completed.</param>
    /// <param name="expires">The last day on which it counts; not before <paramref name="completed"/>.</param>
    /// <param name="cancellation">Ends the act before it is recorded.</param>
    /// <returns>Null, or why it was not recorded.</returns>
    public async Task<string?> RunAsync(
        AuditContext context, string userId, string certificate, DateOnly completed, DateOnly expires, CancellationToken cancellation = default)
    {
        if (certificate.Trim() is not { Length: >= 1 and <= 200 })
        {
            return "Give the certificate's number or title, at most 200 characters.";
        }

        if (expires < completed)
        {
            return "The certificate expires before the training was completed.";
        }

        return await database.WriteAsync(
            async scope =>
            {
                if (await AccountAuthority.RefusalAsync(scope, context.Actor.UserId, await UserStore.FindAsync(scope, userId)) is { } refusal)
                {
                    return refusal;
                }

                await scope.Connection.ExecuteAsync(
                    """
                    insert into trainings (id, user_id, certificate, completed_day, expires_day)
                    values (@Id, @userId, @Certificate, @Completed, @Expires)
                    """,
                    new
                    {
                        Id = Guid.CreateVersion7(context.At).ToString(),
                        userId,
                        Certificate = certificate.Trim(),
                        Completed = City.Text(completed),
                        Expires = City.Text(expires),
                    },
                    scope.Transaction);
                await log.AppendAsync(scope, context, IdentityEvents.TrainingRecorded(userId, City.Text(expires)), cancellation);
                return null;
            },
            cancellation);
    }
}
