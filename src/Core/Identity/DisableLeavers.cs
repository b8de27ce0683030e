using System.Security.Cryptography;
using Dapper;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Identity.Sessions;

namespace Transparency.Core.Identity;

/// <summary>Disables the accounts whose last day is over, and ends their sessions (CJIS Security Policy 5.9: leavers the same day).</summary>
public sealed class DisableLeavers(SqlDatabase database, City city, AuditLog log)
{
    /// <returns>How many were disabled.</returns>
    public Task<int> RunAsync(DateTimeOffset at, CancellationToken cancellation = default) => database.WriteAsync(
        async scope =>
        {
            var leavers = (await scope.Connection.QueryAsync<string>(
                """
                select d.user_id from account_details d join users u on u.id = d.user_id
                where u.disabled_ms is null and d.last_day is not null and d.last_day < @Today
                order by d.user_id
                """,
                new { Today = City.Text(city.DayOf(at)) },
                scope.Transaction)).AsList();
            var context = new AuditContext { Actor = Actor.System(city), Purpose = "Last day of employment", At = at };
            foreach (var id in leavers)
            {
                await UserStore.DisableAsync(scope, id, at.ToUnixTimeMilliseconds(), RandomNumberGenerator.GetHexString(32));
                await SessionStore.EndAllAsync(scope, id, null, "administrator", at.ToUnixTimeMilliseconds());
                await log.AppendAsync(scope, context, IdentityEvents.AccountChanged((await UserStore.FindAsync(scope, id))!, "disabled"), cancellation);
            }

            return leavers.Count;
        },
        cancellation);
}
