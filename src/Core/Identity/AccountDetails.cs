using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Identity;

/// <summary>One row of <c>account_details</c>: what an account has beside who it is.</summary>
public sealed record AccountDetails
{
    public required string UserId { get; init; }

    public string? SupervisorId { get; init; }

    /// <summary>The last day of employment; the account is disabled when it is over.</summary>
    public string? LastDay { get; init; }

    internal static async Task<AccountDetails> ReadAsync(WriteScope scope, string userId) =>
        await scope.Connection.QuerySingleOrDefaultAsync<AccountDetails?>(
            "select user_id as UserId, supervisor_id as SupervisorId, last_day as LastDay from account_details where user_id = @userId",
            new { userId },
            scope.Transaction) ?? new AccountDetails { UserId = userId };

    internal static async Task SaveAsync(WriteScope scope, AccountDetails details)
    {
        await scope.Connection.ExecuteAsync("delete from account_details where user_id = @UserId", details, scope.Transaction);
        await scope.Connection.ExecuteAsync(
            "insert into account_details (user_id, supervisor_id, last_day) values (@UserId, @SupervisorId, @LastDay)", details, scope.Transaction);
    }
}
