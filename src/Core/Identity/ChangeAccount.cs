using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Identity;

/// <summary>What an account is to be; nothing in it is trusted.</summary>
public sealed record AccountChange
{
    public required string DisplayName { get; init; }

    public required string Unit { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }

    public string? SupervisorId { get; init; }

    /// <summary>The last day of employment, or null while none is known.</summary>
    public DateOnly? LastDay { get; init; }
}

/// <summary>Changes name, unit, roles, supervisor and last day of an account. Roles count from the next request on.</summary>
public sealed class ChangeAccount(SqlDatabase database, AuditLog log)
{
    /// <returns>What speaks against it, as sentences; empty when it was changed.</returns>
    public Task<IReadOnlyList<string>> RunAsync(AuditContext context, string userId, AccountChange change, CancellationToken cancellation = default) =>
        database.WriteAsync<IReadOnlyList<string>>(
            async scope =>
            {
                var user = await UserStore.FindAsync(scope, userId);
                if (await AccountAuthority.RefusalAsync(scope, context.Actor.UserId, user) is { } refusal)
                {
                    return [refusal];
                }

                var actor = await UserStore.FindAsync(scope, context.Actor.UserId);
                var supervisor = change.SupervisorId is { Length: > 0 } id ? await UserStore.FindAsync(scope, id) : null;
                var problems = Problems(change, user!, actor, supervisor).ToList();
                if (problems.Count > 0)
                {
                    return problems;
                }

                var changed = user! with
                {
                    DisplayName = change.DisplayName.Trim(),
                    Unit = change.Unit.Trim(),
                    Roles = string.Join(',', change.Roles.Distinct()),
                };
                await UserStore.ChangeAsync(scope, changed);
                await AccountDetails.SaveAsync(scope, new()
                {
                    UserId = userId,
                    SupervisorId = supervisor?.Id,
                    LastDay = change.LastDay is { } day ? City.Text(day) : null,
                });
                await log.AppendAsync(
                    scope, context, IdentityEvents.AccountChanged(changed, changed.Roles == user.Roles ? "details" : "roles"), cancellation);
                return [];
            },
            cancellation);

    private static IEnumerable<string> Problems(AccountChange change, UserAccount user, UserAccount? actor, UserAccount? supervisor)
    {
        if (change.DisplayName.Trim() is not { Length: >= 1 and <= 200 })
        {
            yield return "A display name has 1 to 200 characters.";
        }

        if (change.Unit.Length > 100)
        {
            yield return "A unit's name has at most 100 characters.";
        }

        if (RoleRule.Check(change.Roles) is { } problem)
        {
            yield return problem;
        }
        else if (actor is not null && change.Roles.Except(Roles.Parse(user.Roles)).Except(AccountAuthority.Grantable(actor)).Any())
        {
            yield return "Your role does not give these roles.";
        }

        if (actor is not null && !Roles.Parse(actor.Roles).Contains(Roles.Administrator) && change.Unit.Trim() != user.Unit)
        {
            yield return "Only an administrator moves somebody to another unit.";
        }

        if (change.SupervisorId is { Length: > 0 } && supervisor?.AgencyId != user.AgencyId)
        {
            yield return "The supervisor has to be somebody of the same agency.";
        }
        else if (supervisor?.Id == user.Id)
        {
            yield return "Nobody is the own supervisor.";
        }
    }
}
