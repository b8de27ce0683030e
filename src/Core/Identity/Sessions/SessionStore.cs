using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Identity.Sessions;

/// <summary>One row of <c>staff_sessions</c>: one browser in which somebody is, or was, signed in.</summary>
public sealed record StaffSession
{
    public required string Id { get; init; }

    public required string UserId { get; init; }

    /// <summary>password, code, recovery-code or passkey.</summary>
    public required string Method { get; init; }

    public required string Address { get; init; }

    /// <summary>Browser and system in words, as far as the browser tells.</summary>
    public required string Device { get; init; }

    public required long StartedMs { get; init; }

    /// <summary>When work was last seen in it; kept to the minute.</summary>
    public required long SeenMs { get; init; }

    public long? EndedMs { get; init; }

    /// <summary>user, idle, elsewhere (ended from another session) or administrator.</summary>
    public string? EndedReason { get; init; }
}

/// <summary>Open and past sessions.</summary>
public sealed class SessionStore(SqlDatabase database)
{
    private const long TouchMs = 60_000;

    private const string Select =
        """
        select id as Id, user_id as UserId, method as Method, address as Address, device as Device, started_ms as StartedMs,
               seen_ms as SeenMs, ended_ms as EndedMs, ended_reason as EndedReason
        from staff_sessions
        """;

    /// <summary>Whether the session is open and the user's.</summary>
    public async Task<bool> IsOpenAsync(string id, string userId, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteScalarAsync<int>(
            "select count(*) from staff_sessions where id = @id and user_id = @userId and ended_ms is null", new { id, userId }) == 1;
    }

    /// <summary>A user's open sessions, newest first.</summary>
    public async Task<IReadOnlyList<StaffSession>> OpenOfAsync(string userId, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await connection.QueryAsync<StaffSession>(
            $"{Select} where user_id = @userId and ended_ms is null order by started_ms desc, id desc", new { userId })).AsList();
    }

    /// <summary>Notes that the session is in use. Writes at most once a minute.</summary>
    public async Task SeenAsync(string id, DateTimeOffset at, CancellationToken cancellation = default)
    {
        var nowMs = at.ToUnixTimeMilliseconds();
        await using (var connection = await database.OpenAsync(cancellation))
        {
            var seen = await connection.ExecuteScalarAsync<long?>("select seen_ms from staff_sessions where id = @id and ended_ms is null", new { id });
            if (seen is null || nowMs - seen < TouchMs)
            {
                return;
            }
        }

        await database.WriteAsync(
            scope => scope.Connection.ExecuteAsync(
                "update staff_sessions set seen_ms = @nowMs where id = @id and ended_ms is null", new { id, nowMs }, scope.Transaction),
            cancellation);
    }

    internal static Task AddAsync(WriteScope scope, StaffSession session) => scope.Connection.ExecuteAsync(
        """
        insert into staff_sessions (id, user_id, method, address, device, started_ms, seen_ms, ended_ms, ended_reason)
        values (@Id, @UserId, @Method, @Address, @Device, @StartedMs, @SeenMs, null, null)
        """,
        session,
        scope.Transaction);

    internal static async Task<bool> EndAsync(WriteScope scope, string id, string userId, string reason, long atMs) =>
        await scope.Connection.ExecuteAsync(
            "update staff_sessions set ended_ms = @atMs, ended_reason = @reason where id = @id and user_id = @userId and ended_ms is null",
            new { id, userId, reason, atMs },
            scope.Transaction) == 1;

    /// <summary>Ends all of a user's sessions but one. Returns how many.</summary>
    internal static Task<int> EndAllAsync(WriteScope scope, string userId, string? exceptId, string reason, long atMs) => scope.Connection.ExecuteAsync(
        """
        update staff_sessions set ended_ms = @atMs, ended_reason = @reason
        where user_id = @userId and ended_ms is null and id <> @Except
        """,
        new { userId, reason, atMs, Except = exceptId ?? "" },
        scope.Transaction);

    /// <summary>Open sessions that nobody used since, oldest first.</summary>
    internal static async Task<IReadOnlyList<StaffSession>> UnusedSinceAsync(WriteScope scope, long beforeMs) =>
        (await scope.Connection.QueryAsync<StaffSession>(
            $"{Select} where ended_ms is null and seen_ms < @beforeMs order by seen_ms", new { beforeMs }, scope.Transaction)).AsList();
}
