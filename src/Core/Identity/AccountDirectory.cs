using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Identity;

/// <summary>An account as those see it who manage it.</summary>
public sealed record DirectoryEntry
{
    public required string Id { get; init; }

    public required string UserName { get; init; }

    public required string DisplayName { get; init; }

    public required string AgencyId { get; init; }

    public required string Organisation { get; init; }

    public required string Unit { get; init; }

    public required string Roles { get; init; }

    public required string? SupervisorId { get; init; }

    public required string? Supervisor { get; init; }

    public required string? LastDay { get; init; }

    /// <summary>The last day of the training that lasts longest; null without training.</summary>
    public required string? TrainingExpires { get; init; }

    /// <summary>The latest policy version accepted; 0 for none.</summary>
    public required int AcknowledgedVersion { get; init; }

    public required int SecondFactors { get; init; }

    /// <summary>0 while the person has not chosen a password yet.</summary>
    public required int HasPassword { get; init; }

    public required long? DisabledMs { get; init; }

    public required long? LockoutEndMs { get; init; }
}

/// <summary>The list of accounts with what their supervisors have to look after.</summary>
public sealed class AccountDirectory(SqlDatabase database)
{
    private const string Select =
        """
        select u.id as Id, u.user_name as UserName, u.display_name as DisplayName, u.agency_id as AgencyId, a.name as Organisation,
               u.unit as Unit, u.roles as Roles, d.supervisor_id as SupervisorId, s.display_name as Supervisor, d.last_day as LastDay,
               (select max(t.expires_day) from trainings t where t.user_id = u.id) as TrainingExpires,
               coalesce((select max(p.version) from policy_acknowledgements p where p.user_id = u.id), 0) as AcknowledgedVersion,
               (select count(*) from second_factors f where f.user_id = u.id and f.confirmed_ms is not null)
                 + (select count(*) from passkeys k where k.user_id = u.id) as SecondFactors,
               case when u.password_hash = '' then 0 else 1 end as HasPassword,
               u.disabled_ms as DisabledMs, u.lockout_end_ms as LockoutEndMs
        from users u
        join agencies a on a.id = u.agency_id
        left join account_details d on d.user_id = u.id
        left join users s on s.id = d.supervisor_id
        """;

    /// <summary>The accounts that the actor manages, by name.</summary>
    public async Task<IReadOnlyList<DirectoryEntry>> ManagedByAsync(UserAccount actor, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var all = await connection.QueryAsync<DirectoryEntry>($"{Select} order by u.normalized_name");
        return all.Where(entry => AccountAuthority.MayManage(actor, Account(entry))).ToList();
    }

    /// <summary>One account; null when there is none or the actor does not manage it.</summary>
    public async Task<DirectoryEntry?> FindAsync(UserAccount actor, string id, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var entry = await connection.QuerySingleOrDefaultAsync<DirectoryEntry?>($"{Select} where u.id = @id", new { id });
        return entry is not null && AccountAuthority.MayManage(actor, Account(entry)) ? entry : null;
    }

    private static UserAccount Account(DirectoryEntry entry) => new()
    {
        Id = entry.Id,
        UserName = entry.UserName,
        DisplayName = entry.DisplayName,
        AgencyId = entry.AgencyId,
        Organisation = entry.Organisation,
        Unit = entry.Unit,
        Roles = entry.Roles,
        PasswordHash = "",
        SecurityStamp = "",
        AccessFailedCount = 0,
        LockoutEndMs = entry.LockoutEndMs,
        DisabledMs = entry.DisabledMs,
    };
}
