using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Sharing;

public sealed class AgreementStore(SqlDatabase database)
{
    private const string Select =
        """
        select id, agency_id as AgencyId, direction, decision, decision_reason as DecisionReason, legal_basis as LegalBasis, terms,
               document_url as DocumentUrl, signed_day as SignedDay, effective_day as EffectiveDay, expires_day as ExpiresDay,
               audit_result as AuditResult, audit_day as AuditDay, audit_due_day as AuditDueDay, suspended_ms as SuspendedMs,
               suspended_reason as SuspendedReason, updated_ms as UpdatedMs
        from agreements
        """;

    // The governing agreement of an agency and direction is the one recorded last; ids sort by time.
    private const string Governing =
        "not exists (select 1 from agreements later where later.agency_id = agreements.agency_id "
        + "and later.direction = agreements.direction and later.id > agreements.id)";

    /// <summary>The governing agreement of every agency and direction.</summary>
    public async Task<IReadOnlyList<Agreement>> GoverningAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await connection.QueryAsync<Agreement>($"{Select} where {Governing} order by id")).AsList();
    }

    /// <summary>The governing agreement for one agency and direction.</summary>
    public async Task<Agreement?> FindGoverningAsync(string agencyId, string direction, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<Agreement>(
            $"{Select} where agency_id = @agencyId and direction = @direction and {Governing}", new { agencyId, direction });
    }

    /// <summary>As above, inside a write.</summary>
    public static Task<Agreement?> FindGoverningAsync(WriteScope scope, string agencyId, string direction) =>
        scope.Connection.QuerySingleOrDefaultAsync<Agreement?>(
            $"{Select} where agency_id = @agencyId and direction = @direction and {Governing}",
            new { agencyId, direction },
            scope.Transaction);

    public static Task<Agreement?> FindAsync(WriteScope scope, string id) =>
        scope.Connection.QuerySingleOrDefaultAsync<Agreement?>($"{Select} where id = @id", new { id }, scope.Transaction);

    public static Task AddAsync(WriteScope scope, Agreement agreement) => scope.Connection.ExecuteAsync(
        """
        insert into agreements (id, agency_id, direction, decision, decision_reason, legal_basis, terms, document_url, signed_day,
                                effective_day, expires_day, audit_result, audit_day, audit_due_day, suspended_ms, suspended_reason, updated_ms)
        values (@Id, @AgencyId, @Direction, @Decision, @DecisionReason, @LegalBasis, @Terms, @DocumentUrl, @SignedDay,
                @EffectiveDay, @ExpiresDay, @AuditResult, @AuditDay, @AuditDueDay, @SuspendedMs, @SuspendedReason, @UpdatedMs)
        """,
        agreement,
        scope.Transaction);

    /// <summary>False when it was suspended already.</summary>
    public static async Task<bool> SuspendAsync(WriteScope scope, string id, string reason, long atMs) => await scope.Connection.ExecuteAsync(
        "update agreements set suspended_ms = @atMs, suspended_reason = @reason, updated_ms = @atMs where id = @id and suspended_ms is null",
        new { id, reason, atMs },
        scope.Transaction) == 1;
}
