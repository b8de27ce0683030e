using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.SecondPerson;

/// <summary>One row of <c>second_person_requests</c>, with the names of the people.</summary>
public sealed record SecondPersonRequest
{
    public required string Id { get; init; }

    public required string UserId { get; init; }

    public required string UserName { get; init; }

    public required string AgencyId { get; init; }

    /// <summary>JSON of the search.</summary>
    public required string Body { get; init; }

    /// <summary>Codes of <see cref="SecondPersonRule"/>, comma separated.</summary>
    public required string Rules { get; init; }

    public required string EntryId { get; init; }

    public required long AskedMs { get; init; }

    public required long ExpiresMs { get; init; }

    public string? DecidedBy { get; init; }

    public string? DecidedByName { get; init; }

    public long? DecidedMs { get; init; }

    /// <summary>approved or declined; null while it waits.</summary>
    public string? Decision { get; init; }

    public string? Note { get; init; }

    public string? SearchId { get; init; }

    public bool IsOpenAt(DateTimeOffset at) => Decision is null && ExpiresMs > at.ToUnixTimeMilliseconds();

    /// <summary>Approved, not used, and not too old.</summary>
    public bool IsGoodAt(DateTimeOffset at) => Decision == "approved" && SearchId is null && ExpiresMs > at.ToUnixTimeMilliseconds();
}

/// <summary>Searches that wait, and what was decided.</summary>
public sealed class SecondPersonStore(SqlDatabase database)
{
    private const string Select =
        """
        select r.id as Id, r.user_id as UserId, u.display_name as UserName, r.agency_id as AgencyId, r.body as Body, r.rules as Rules,
               r.entry_id as EntryId, r.asked_ms as AskedMs, r.expires_ms as ExpiresMs, r.decided_by as DecidedBy,
               d.display_name as DecidedByName, r.decided_ms as DecidedMs, r.decision as Decision, r.note as Note, r.search_id as SearchId
        from second_person_requests r
        join users u on u.id = r.user_id
        left join users d on d.id = r.decided_by
        """;

    /// <summary>A user's own requests, newest first.</summary>
    public async Task<IReadOnlyList<SecondPersonRequest>> OfAsync(string userId, int rows = 50, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var sql = database.Take($"{Select} where r.user_id = @userId order by r.asked_ms desc, r.id desc", rows);
        return (await connection.QueryAsync<SecondPersonRequest>(sql, new { userId })).AsList();
    }

    /// <summary>What waits in an agency for somebody other than the one who asks, oldest first.</summary>
    public async Task<IReadOnlyList<SecondPersonRequest>> WaitingAsync(string agencyId, string notOf, DateTimeOffset at, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await connection.QueryAsync<SecondPersonRequest>(
            $"{Select} where r.decision is null and r.agency_id = @agencyId and r.expires_ms > @AtMs and r.user_id <> @notOf order by r.asked_ms, r.id",
            new { agencyId, notOf, AtMs = at.ToUnixTimeMilliseconds() })).AsList();
    }

    public async Task<SecondPersonRequest?> FindAsync(string id, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<SecondPersonRequest?>($"{Select} where r.id = @id", new { id });
    }

    /// <summary>How often a pattern was searched since, by anybody.</summary>
    public async Task<int> SearchesOfAsync(string pattern, DateTimeOffset since, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteScalarAsync<int>(
            "select count(*) from searches where pattern = @pattern and at_ms >= @SinceMs and refusal is null",
            new { pattern, SinceMs = since.ToUnixTimeMilliseconds() });
    }

    internal static Task<SecondPersonRequest?> FindAsync(WriteScope scope, string id) =>
        scope.Connection.QuerySingleOrDefaultAsync<SecondPersonRequest?>($"{Select} where r.id = @id", new { id }, scope.Transaction);

    internal static Task AddAsync(WriteScope scope, SecondPersonRequest request) => scope.Connection.ExecuteAsync(
        """
        insert into second_person_requests (id, user_id, agency_id, body, rules, entry_id, asked_ms, expires_ms)
        values (@Id, @UserId, @AgencyId, @Body, @Rules, @EntryId, @AskedMs, @ExpiresMs)
        """,
        request,
        scope.Transaction);

    internal static async Task<bool> DecideAsync(WriteScope scope, string id, string decision, string note, string by, long atMs) =>
        await scope.Connection.ExecuteAsync(
            "update second_person_requests set decision = @decision, note = @note, decided_by = @by, decided_ms = @atMs where id = @id and decision is null",
            new { id, decision, note, by, atMs },
            scope.Transaction) == 1;

    /// <summary>Uses an approval up. False when it was used before: two presses of one button make one search.</summary>
    internal static async Task<bool> UseAsync(WriteScope scope, string id, string searchId) => await scope.Connection.ExecuteAsync(
        "update second_person_requests set search_id = @searchId where id = @id and decision = 'approved' and search_id is null",
        new { id, searchId },
        scope.Transaction) == 1;
}
