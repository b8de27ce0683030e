using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Audits;

/// <summary>One row of <c>audits</c>: planned, or completed with its outcome.</summary>
public sealed record AuditRecord
{
    public required string Id { get; init; }

    /// <summary>See <see cref="AuditKind"/>.</summary>
    public required string Kind { get; init; }

    public required string Title { get; init; }

    public required string Auditor { get; init; }

    public required string Scope { get; init; }

    public required string PeriodFromDay { get; init; }

    public required string PeriodToDay { get; init; }

    /// <summary>Last day on which it is on time.</summary>
    public required string DueDay { get; init; }

    public string? CompletedDay { get; init; }

    /// <summary>See <see cref="AuditOutcome"/>; null until completed.</summary>
    public string? Outcome { get; init; }

    /// <summary>Searches looked at.</summary>
    public required int Sampled { get; init; }

    public required int Findings { get; init; }

    public required string Summary { get; init; }

    public string? DocumentUrl { get; init; }
}

/// <summary>As stored in <c>audits.kind</c>.</summary>
public static class AuditKind
{
    /// <summary>The data steward's review of a random sample of the week's searches.</summary>
    public const string WeeklyReview = "weekly-review";

    /// <summary>The audit by someone outside the department, every two years.</summary>
    public const string Independent = "independent";

    /// <summary>An audit of one partner agency.</summary>
    public const string Partner = "partner";
}

/// <summary>As stored in <c>audits.outcome</c>.</summary>
public static class AuditOutcome
{
    public const string Passed = "passed";
    public const string Findings = "findings";
    public const string Failed = "failed";
}

public sealed class AuditStore(SqlDatabase database)
{
    private const string Select =
        """
        select id, kind, title, auditor, scope, period_from_day as PeriodFromDay, period_to_day as PeriodToDay, due_day as DueDay,
               completed_day as CompletedDay, outcome, sampled, findings, summary, document_url as DocumentUrl
        from audits
        """;

    /// <summary>Every audit of a kind (null = all), latest due day first.</summary>
    public async Task<IReadOnlyList<AuditRecord>> AllAsync(string? kind = null, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await connection.QueryAsync<AuditRecord>(
            $"{Select} where @kind is null or kind = @kind order by due_day desc, id desc", new { kind })).AsList();
    }

    public static Task AddAsync(WriteScope scope, AuditRecord audit) => scope.Connection.ExecuteAsync(
        """
        insert into audits (id, kind, title, auditor, scope, period_from_day, period_to_day, due_day, completed_day, outcome, sampled,
                            findings, summary, document_url)
        values (@Id, @Kind, @Title, @Auditor, @Scope, @PeriodFromDay, @PeriodToDay, @DueDay, @CompletedDay, @Outcome, @Sampled,
                @Findings, @Summary, @DocumentUrl)
        """,
        audit,
        scope.Transaction);
}
