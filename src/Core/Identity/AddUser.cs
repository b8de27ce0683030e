using System.Data.Common;
using System.Security.Cryptography;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Policies;

namespace Transparency.Core.Identity;

/// <summary>What an account is created from; nothing in it is trusted.</summary>
public sealed record NewUser
{
    public required string UserName { get; init; }

    public required string DisplayName { get; init; }

    public required string AgencyId { get; init; }

    public string Unit { get; init; } = "";

    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>Null for somebody who chooses it by invitation; until then nobody can sign in.</summary>
    public required string? Password { get; init; }
}

/// <summary>The new account's id, or everything that speaks against creating it, as sentences.</summary>
public sealed record AddUserOutcome(string? UserId, IReadOnlyList<string> Problems);

/// <summary>Creates an account.</summary>
public sealed class AddUser(SqlDatabase database, AgencyStore agencies, PolicyStore policies, AuditLog log)
{
    public async Task<AddUserOutcome> RunAsync(AuditContext context, NewUser user, CancellationToken cancellation = default)
    {
        var agency = await agencies.FindAsync(user.AgencyId, cancellation);
        var terms = (await policies.InForceAsync(context.At, cancellation))?.Terms.Accounts ?? PolicyPresets.California.Accounts;
        var problems = Problems(user, agency, terms).ToList();
        if (problems.Count > 0)
        {
            return new(null, problems);
        }

        var row = Row(user, agency!, context.At);
        try
        {
            var refusal = await database.WriteAsync(
                async scope =>
                {
                    if (await RefusalAsync(scope, context.Actor.UserId, row) is { } words)
                    {
                        return words;
                    }

                    await UserStore.AddAsync(scope, row, context.At.ToUnixTimeMilliseconds());
                    await log.AppendAsync(scope, context, IdentityEvents.AccountChanged(row, "created"), cancellation);
                    return null;
                },
                cancellation);
            return refusal is null ? new(row.Id, []) : new(null, [refusal]);
        }
        catch (DbException e) when (database.IsUniqueViolation(e))
        {
            return new(null, [$"There is an account named {row.UserName} already."]);
        }
    }

    // What acts without an account is the software on the machine itself.
    private static async Task<string?> RefusalAsync(WriteScope scope, string actorId, UserAccount row) =>
        await UserStore.FindAsync(scope, actorId) is not { } actor || AccountAuthority.MayManage(actor, row)
            ? null
            : "Your role does not add such an account. A supervisor adds officers and investigators of the own unit.";

    private static IEnumerable<string> Problems(NewUser user, Agency? agency, AccountTerms terms)
    {
        if (user.UserName.Trim() is not { Length: >= 2 and <= 100 } name || name.Any(c => !(char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '@')))
        {
            yield return "A user name has 2 to 100 letters, digits, dots, hyphens, underscores or at signs.";
        }

        if (user.DisplayName.Trim() is not { Length: >= 1 and <= 200 })
        {
            yield return "A display name has 1 to 200 characters.";
        }

        if (user.Unit.Length > 200)
        {
            yield return "A unit's name has at most 200 characters.";
        }

        if (agency is null)
        {
            yield return "There is no agency with this id.";
        }

        if (RoleRule.Check(user.Roles) is { } roles)
        {
            yield return roles;
        }

        if (user.Password is { } password && PasswordRule.Check(terms, password, user.UserName) is { } problem)
        {
            yield return problem;
        }
    }

    private static UserAccount Row(NewUser user, Agency agency, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at).ToString(),
        UserName = user.UserName.Trim(),
        DisplayName = user.DisplayName.Trim(),
        AgencyId = agency.Id,
        Organisation = agency.Name,
        Unit = user.Unit.Trim(),
        Roles = string.Join(',', user.Roles.Distinct()),
        // An empty hash fits no password.
        PasswordHash = user.Password is { } password ? Passwords.Hash(password) : "",
        SecurityStamp = RandomNumberGenerator.GetHexString(32),
        AccessFailedCount = 0,
        LockoutEndMs = null,
        DisabledMs = null,
    };
}
