using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Approvals;

/// <summary>One row of <c>proposals</c>: what the council is asked, open to the public before it is decided.</summary>
public sealed record Proposal
{
    public required string Id { get; init; }

    /// <summary>See <see cref="ApprovalKind"/>.</summary>
    public required string Kind { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    /// <summary>JSON of a <see cref="SurveillanceEvaluation"/>.</summary>
    public required string Evaluation { get; init; }

    /// <summary>See <see cref="ProposalStatus"/>.</summary>
    public required string Status { get; init; }

    public required string NoticeFromDay { get; init; }

    /// <summary>Last day for comments.</summary>
    public required string NoticeToDay { get; init; }

    public string? MeetingDay { get; init; }

    /// <summary>The decision, once there is one that approves.</summary>
    public string? ApprovalId { get; init; }

    public required long CreatedMs { get; init; }
}

/// <summary>As stored in <c>proposals.status</c>.</summary>
public static class ProposalStatus
{
    /// <summary>In the public notice period; residents may comment.</summary>
    public const string Notice = "notice";

    /// <summary>Notice is over; the council's meeting is set.</summary>
    public const string Scheduled = "scheduled";

    public const string Approved = "approved";
    public const string Rejected = "rejected";
    public const string Withdrawn = "withdrawn";
}

public sealed class ProposalStore(SqlDatabase database)
{
    private const string Select =
        """
        select id, kind, title, summary, evaluation, status, notice_from_day as NoticeFromDay, notice_to_day as NoticeToDay,
               meeting_day as MeetingDay, approval_id as ApprovalId, created_ms as CreatedMs
        from proposals
        """;

    /// <summary>Every proposal, newest notice first.</summary>
    public async Task<IReadOnlyList<Proposal>> AllAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await connection.QueryAsync<Proposal>($"{Select} order by notice_from_day desc, id desc")).AsList();
    }

    public async Task<Proposal?> FindAsync(string id, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<Proposal>($"{Select} where id = @id", new { id });
    }

    public static Task AddAsync(WriteScope scope, Proposal proposal) => scope.Connection.ExecuteAsync(
        """
        insert into proposals (id, kind, title, summary, evaluation, status, notice_from_day, notice_to_day, meeting_day, approval_id, created_ms)
        values (@Id, @Kind, @Title, @Summary, @Evaluation, @Status, @NoticeFromDay, @NoticeToDay, @MeetingDay, @ApprovalId, @CreatedMs)
        """,
        proposal,
        scope.Transaction);
}
