using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Searches;

/// <summary>Searches, carried out and refused. Append-only; results may be removed by the purge alone.</summary>
public sealed class SearchStore(SqlDatabase database)
{
    private const string Select =
        """
        select id as Id, entry_id as EntryId, at_ms as AtMs, user_id as UserId, agency_id as AgencyId, form as Form, pattern as Pattern, look_alikes as LookAlikes,
               one_off as OneOff, state as State, colour as Colour, make as Make, model as Model, type as Type,
               from_ms as FromMs, to_ms as ToMs, areas as Areas, purpose as Purpose, case_number as CaseNumber, basis as Basis, warrant as Warrant,
               refusal as Refusal, results as Results, results_capped as ResultsCapped, cameras as Cameras,
               cameras_offline as CamerasOffline, policy_version as PolicyVersion
        from searches
        """;

    /// <summary>A user's own searches, newest first, refused ones included.</summary>
    public async Task<IReadOnlyList<SearchRow>> MineAsync(string userId, int rows = 100, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var sql = database.Take($"{Select} where user_id = @userId order by at_ms desc, id desc", rows);
        return (await connection.QueryAsync<SearchRow>(sql, new { userId })).AsList();
    }

    /// <summary>A user's own search, or null when there is none with this id or it is somebody else's.</summary>
    public async Task<SearchRow?> FindMineAsync(string id, string userId, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<SearchRow>($"{Select} where id = @id and user_id = @userId", new { id, userId });
    }

    /// <summary>Refused searches that named a prohibited use, newest first: for the steward.</summary>
    public async Task<IReadOnlyList<SearchRow>> ForStewardAsync(DateTimeOffset since, int rows = 200, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var sql = database.Take($"{Select} where at_ms >= @SinceMs and refusal in @Codes order by at_ms desc, id desc", rows);
        return (await connection.QueryAsync<SearchRow>(
            sql, new { SinceMs = since.ToUnixTimeMilliseconds(), Codes = SearchRefusal.StewardCodes })).AsList();
    }

    /// <summary>Whether a user's own search recorded a detection among its results.</summary>
    internal static async Task<bool> FoundAsync(WriteScope scope, string searchId, string userId, long detectionId) =>
        (await scope.Connection.QueryAsync<byte[]>(
            """
            select p.ids from search_pages p join searches s on s.id = p.search_id
            where p.search_id = @searchId and p.newest_id >= @detectionId and p.oldest_id <= @detectionId
              and s.user_id = @userId and s.refusal is null
            """,
            new { searchId, userId, detectionId },
            scope.Transaction)).Any(ids => ResultIds.Read(ids).Contains(detectionId));

    internal async Task AddAsync(WriteScope scope, SearchRow row, IReadOnlyList<long> detections, CancellationToken cancellation)
    {
        await scope.Connection.ExecuteAsync(
            """
            insert into searches (id, entry_id, at_ms, user_id, agency_id, form, pattern, look_alikes, one_off, state, colour, make, model, type,
                                  from_ms, to_ms, areas, purpose, case_number, basis, warrant, refusal, results, results_capped, cameras, cameras_offline,
                                  policy_version)
            values (@Id, @EntryId, @AtMs, @UserId, @AgencyId, @Form, @Pattern, @LookAlikes, @OneOff, @State, @Colour, @Make, @Model, @Type,
                    @FromMs, @ToMs, @Areas, @Purpose, @CaseNumber, @Basis, @Warrant, @Refusal, @Results, @ResultsCapped, @Cameras, @CamerasOffline,
                    @PolicyVersion)
            """,
            row,
            scope.Transaction);
        if (detections.Count > 0)
        {
            await database.BulkInsertAsync(
                scope,
                "search_pages",
                ["search_id", "page", "newest_id", "oldest_id", "ids"],
                detections.Chunk(ResultIds.PerPage).Select((ids, page) => new object?[] { row.Id, page, ids[0], ids[^1], ResultIds.Write(ids) }),
                cancellation);
        }
    }
}
