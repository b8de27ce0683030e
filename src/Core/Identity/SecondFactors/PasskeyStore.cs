using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Identity.SecondFactors;

/// <summary>One row of <c>passkeys</c>: a WebAuthn credential. Holds no secret: the private key stays with its owner's device.</summary>
public sealed record Passkey
{
    /// <summary>The credential's id, base64url.</summary>
    public required string Id { get; init; }

    public required string UserId { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>COSE key.</summary>
    public required byte[] PublicKey { get; init; }

    public required long SignCount { get; init; }

    /// <summary>1 user verified, 2 may be backed up, 4 is backed up.</summary>
    public required int Flags { get; init; }

    /// <summary>Comma separated.</summary>
    public required string Transports { get; init; }

    public required byte[] Attestation { get; init; }

    public required byte[] ClientData { get; init; }

    public required long CreatedMs { get; init; }

    public required long? UsedMs { get; init; }
}

/// <summary>Passkeys. New ones come through <see cref="AddPasskey"/>.</summary>
public sealed class PasskeyStore(SqlDatabase database)
{
    private const string Select =
        """
        select id as Id, user_id as UserId, name as Name, public_key as PublicKey, sign_count as SignCount, flags as Flags,
               transports as Transports, attestation as Attestation, client_data as ClientData, created_ms as CreatedMs, used_ms as UsedMs
        from passkeys
        """;

    public async Task<IReadOnlyList<Passkey>> OfAsync(string userId, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await connection.QueryAsync<Passkey>($"{Select} where user_id = @userId order by created_ms, id", new { userId })).AsList();
    }

    public async Task<Passkey?> FindAsync(string id, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<Passkey>($"{Select} where id = @id", new { id });
    }

    internal static Task AddAsync(WriteScope scope, Passkey passkey) => scope.Connection.ExecuteAsync(
        """
        insert into passkeys (id, user_id, name, public_key, sign_count, flags, transports, attestation, client_data, created_ms, used_ms)
        values (@Id, @UserId, @Name, @PublicKey, @SignCount, @Flags, @Transports, @Attestation, @ClientData, @CreatedMs, @UsedMs)
        """,
        passkey,
        scope.Transaction);

    internal static async Task<bool> RemoveAsync(WriteScope scope, string userId, string id) => await scope.Connection.ExecuteAsync(
        "delete from passkeys where id = @id and user_id = @userId", new { id, userId }, scope.Transaction) == 1;

    /// <summary>Records a use. The count only grows: a copied key that lags behind is refused before this.</summary>
    internal static Task UsedAsync(WriteScope scope, string id, long signCount, int flags, long atMs) => scope.Connection.ExecuteAsync(
        "update passkeys set sign_count = @signCount, flags = @flags, used_ms = @atMs where id = @id",
        new { id, signCount, flags, atMs },
        scope.Transaction);
}
