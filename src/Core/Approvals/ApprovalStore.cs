using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Approvals;

/// <summary>One row of <c>approvals</c>: a decision of the council as the clerk recorded it.</summary>
public sealed record Approval
{
    public required string Id { get; init; }

    /// <summary>See <see cref="ApprovalKind"/>.</summary>
    public required string Kind { get; init; }

    public required string Title { get; init; }

    public required string MeetingDay { get; init; }

    public required string AgendaItem { get; init; }

    /// <summary>See <see cref="CouncilVote"/>.</summary>
    public required string Vote { get; init; }

    public required string Resolution { get; init; }

    /// <summary>Where the public reads the agenda, the minutes or the resolution.</summary>
    public required string Link { get; init; }

    /// <summary>Last day covered; null = until withdrawn.</summary>
    public string? ExpiresDay { get; init; }

    public long? WithdrawnMs { get; init; }

    public string? ProposalId { get; init; }

    public required long CreatedMs { get; init; }
}

public sealed class ApprovalStore(SqlDatabase database)
{
    private const string Select =
        """
        select id, kind, title, meeting_day as MeetingDay, agenda_item as AgendaItem, vote, resolution, link, expires_day as ExpiresDay,
               withdrawn_ms as WithdrawnMs, proposal_id as ProposalId, created_ms as CreatedMs
        from approvals
        """;

    /// <summary>Every decision, newest meeting first.</summary>
    public async Task<IReadOnlyList<Approval>> AllAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await connection.QueryAsync<Approval>($"{Select} order by meeting_day desc, id desc")).AsList();
    }

    public async Task<Approval?> FindAsync(string id, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<Approval>($"{Select} where id = @id", new { id });
    }

    /// <summary>As above, inside a write: what a use case decides on must not change before it commits.</summary>
    public static Task<Approval?> FindAsync(WriteScope scope, string id) =>
        scope.Connection.QuerySingleOrDefaultAsync<Approval?>($"{Select} where id = @id", new { id }, scope.Transaction);

    public static Task AddAsync(WriteScope scope, Approval approval) => scope.Connection.ExecuteAsync(
        """
        insert into approvals (id, kind, title, meeting_day, agenda_item, vote, resolution, link, expires_day, withdrawn_ms, proposal_id, created_ms)
        values (@Id, @Kind, @Title, @MeetingDay, @AgendaItem, @Vote, @Resolution, @Link, @ExpiresDay, @WithdrawnMs, @ProposalId, @CreatedMs)
        """,
        approval,
        scope.Transaction);

    /// <summary>False when it was withdrawn already.</summary>
    public static async Task<bool> WithdrawAsync(WriteScope scope, string id, long atMs) => await scope.Connection.ExecuteAsync(
        "update approvals set withdrawn_ms = @atMs where id = @id and withdrawn_ms is null", new { id, atMs }, scope.Transaction) == 1;
}
