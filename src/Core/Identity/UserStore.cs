using System.Data.Common;
using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Identity;

/// <summary>Accounts. Changes are made by use cases only, each with its log entry.</summary>
public sealed class UserStore(SqlDatabase database)
{
    private const string Select =
        """
        select u.id as Id, u.user_name as UserName, u.display_name as DisplayName, u.agency_id as AgencyId, a.name as Organisation,
               u.unit as Unit, u.roles as Roles, u.password_hash as PasswordHash, u.security_stamp as SecurityStamp,
               u.access_failed_count as AccessFailedCount, u.lockout_end_ms as LockoutEndMs, u.disabled_ms as DisabledMs
        from users u join agencies a on a.id = u.agency_id
        """;

    /// <summary>Names compare without regard to case or surrounding spaces.</summary>
    public static string Normalize(string userName) => userName.Trim().ToUpperInvariant();

    public async Task<UserAccount?> FindAsync(string id, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await ReadAsync(connection, null, id);
    }

    public async Task<UserAccount?> FindByNameAsync(string userName, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<UserAccount>(
            $"{Select} where u.normalized_name = @name", new { name = Normalize(userName) });
    }

    /// <summary>Every account, by name.</summary>
    public async Task<IReadOnlyList<UserAccount>> AllAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await connection.QueryAsync<UserAccount>($"{Select} order by u.normalized_name")).AsList();
    }

    public async Task<bool> AnyAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteScalarAsync<int>("select case when exists (select 1 from users) then 1 else 0 end") == 1;
    }

    internal static async Task<bool> AnyAsync(WriteScope scope) => await scope.Connection.ExecuteScalarAsync<int>(
        "select case when exists (select 1 from users) then 1 else 0 end", transaction: scope.Transaction) == 1;

    internal static Task<UserAccount?> FindAsync(WriteScope scope, string id) => ReadAsync(scope.Connection, scope.Transaction, id);

    internal static Task AddAsync(WriteScope scope, UserAccount user, long createdMs) => scope.Connection.ExecuteAsync(
        """
        insert into users (id, user_name, normalized_name, display_name, agency_id, unit, roles, password_hash, security_stamp,
                           access_failed_count, lockout_end_ms, disabled_ms, created_ms)
        values (@Id, @UserName, @NormalizedName, @DisplayName, @AgencyId, @Unit, @Roles, @PasswordHash, @SecurityStamp, 0, null, null,
                @createdMs)
        """,
        new
        {
            user.Id,
            user.UserName,
            NormalizedName = Normalize(user.UserName),
            user.DisplayName,
            user.AgencyId,
            user.Unit,
            user.Roles,
            user.PasswordHash,
            user.SecurityStamp,
            createdMs,
        },
        scope.Transaction);

    internal static Task RecordAttemptAsync(WriteScope scope, string id, int failures, long? lockoutEndMs) => scope.Connection.ExecuteAsync(
        "update users set access_failed_count = @failures, lockout_end_ms = @lockoutEndMs where id = @id",
        new { id, failures, lockoutEndMs },
        scope.Transaction);

    internal static Task SetPasswordAsync(WriteScope scope, string id, string hash, string stamp) => scope.Connection.ExecuteAsync(
        "update users set password_hash = @hash, security_stamp = @stamp, access_failed_count = 0, lockout_end_ms = null where id = @id",
        new { id, hash, stamp },
        scope.Transaction);

    internal static Task ChangeAsync(WriteScope scope, UserAccount user) => scope.Connection.ExecuteAsync(
        "update users set display_name = @DisplayName, unit = @Unit, roles = @Roles where id = @Id",
        new { user.Id, user.DisplayName, user.Unit, user.Roles },
        scope.Transaction);

    internal static Task EnableAsync(WriteScope scope, string id) => scope.Connection.ExecuteAsync(
        "update users set disabled_ms = null where id = @id", new { id }, scope.Transaction);

    /// <summary>Disables the account and, with the new stamp, ends its sessions.</summary>
    internal static Task DisableAsync(WriteScope scope, string id, long atMs, string stamp) => scope.Connection.ExecuteAsync(
        "update users set disabled_ms = @atMs, security_stamp = @stamp where id = @id", new { id, atMs, stamp }, scope.Transaction);

    private static Task<UserAccount?> ReadAsync(DbConnection connection, DbTransaction? transaction, string id) =>
        connection.QuerySingleOrDefaultAsync<UserAccount>($"{Select} where u.id = @id", new { id }, transaction);
}
