using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Identity.SecondFactors;

/// <summary>One row of <c>second_factors</c>: a user's authenticator.</summary>
public sealed record SecondFactor
{
    public required string UserId { get; init; }

    /// <summary>See <see cref="SealedSecret"/>.</summary>
    public required byte[] Secret { get; init; }

    /// <summary>The newest time step whose code was used.</summary>
    public required long LastStep { get; init; }

    /// <summary>Null until the first code fitted: until then nobody is asked for one.</summary>
    public required long? ConfirmedMs { get; init; }
}

/// <summary>Which second factors a user has.</summary>
public sealed record FactorSummary
{
    public required int Authenticators { get; init; }

    public required int RecoveryCodes { get; init; }

    public required int Passkeys { get; init; }

    public bool Any => Authenticators + Passkeys > 0;
}

/// <summary>Authenticators and recovery codes. Changes are made by use cases only.</summary>
public sealed class SecondFactorStore(SqlDatabase database)
{
    public async Task<FactorSummary> SummaryAsync(string userId, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QuerySingleAsync<FactorSummary>(
            """
            select (select count(*) from second_factors where user_id = @userId and confirmed_ms is not null) as Authenticators,
                   (select count(*) from recovery_codes where user_id = @userId and used_ms is null) as RecoveryCodes,
                   (select count(*) from passkeys where user_id = @userId) as Passkeys
            """,
            new { userId });
    }

    internal static Task<SecondFactor?> FindAsync(WriteScope scope, string userId) => scope.Connection.QuerySingleOrDefaultAsync<SecondFactor?>(
        "select user_id as UserId, secret as Secret, last_step as LastStep, confirmed_ms as ConfirmedMs from second_factors where user_id = @userId",
        new { userId },
        scope.Transaction);

    internal static async Task ReplaceAsync(WriteScope scope, SecondFactor factor)
    {
        await scope.Connection.ExecuteAsync("delete from second_factors where user_id = @UserId", factor, scope.Transaction);
        await scope.Connection.ExecuteAsync(
            "insert into second_factors (user_id, secret, last_step, confirmed_ms) values (@UserId, @Secret, @LastStep, @ConfirmedMs)",
            factor,
            scope.Transaction);
    }

    internal static async Task ReplaceCodesAsync(WriteScope scope, string userId, IEnumerable<string> codes)
    {
        await scope.Connection.ExecuteAsync("delete from recovery_codes where user_id = @userId", new { userId }, scope.Transaction);
        foreach (var code in codes)
        {
            await scope.Connection.ExecuteAsync(
                "insert into recovery_codes (user_id, code_hash, used_ms) values (@userId, @Hash, null)",
                new { userId, Hash = RecoveryCodes.Hash(code) },
                scope.Transaction);
        }
    }

    /// <summary>Whether the code was one of the user's and unused; it is used now.</summary>
    internal static async Task<bool> UseCodeAsync(WriteScope scope, string userId, string code, long atMs) => await scope.Connection.ExecuteAsync(
        "update recovery_codes set used_ms = @atMs where user_id = @userId and code_hash = @Hash and used_ms is null",
        new { userId, Hash = RecoveryCodes.Hash(code), atMs },
        scope.Transaction) == 1;

    /// <summary>Takes every second factor and passkey away: the account starts anew with its next invitation.</summary>
    internal static async Task ClearAsync(WriteScope scope, string userId)
    {
        foreach (var table in new[] { "second_factors", "recovery_codes", "passkeys" })
        {
            await scope.Connection.ExecuteAsync($"delete from {table} where user_id = @userId", new { userId }, scope.Transaction);
        }
    }
}
