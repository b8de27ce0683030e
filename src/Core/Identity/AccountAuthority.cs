using Transparency.Core.Database;

namespace Transparency.Core.Identity;

/// <summary>
/// Rule: who manages whose account. Administrators manage all; a supervisor manages the officers and investigators of the own unit; nobody
/// changes the own account this way. The software itself (the console, the set-up) may.
/// </summary>
public static class AccountAuthority
{
    private static readonly string[] UnitRoles = [Roles.Officer, Roles.Investigator];

    public static bool MayManageAny(UserAccount actor) =>
        Roles.Parse(actor.Roles) is var roles && (roles.Contains(Roles.Administrator) || roles.Contains(Roles.Supervisor));

    public static bool MayManage(UserAccount actor, UserAccount target)
    {
        var roles = Roles.Parse(actor.Roles);
        return actor.Id != target.Id && actor.DisabledMs is null
            && (roles.Contains(Roles.Administrator) || (roles.Contains(Roles.Supervisor) && IsOfUnit(actor, target)));
    }

    /// <summary>The roles an actor may give.</summary>
    public static IReadOnlyList<string> Grantable(UserAccount actor) =>
        Roles.Parse(actor.Roles).Contains(Roles.Administrator) ? Roles.All : Roles.Parse(actor.Roles).Contains(Roles.Supervisor) ? UnitRoles : [];

    internal static async Task<string?> RefusalAsync(WriteScope scope, string actorId, UserAccount? target)
    {
        if (target is null)
        {
            return "There is no such account.";
        }

        // What acts without an account is the software on the machine itself.
        var actor = await UserStore.FindAsync(scope, actorId);
        return actor is null || MayManage(actor, target) ? null
            : actor.Id == target.Id ? "Nobody changes the own account here. Ask an administrator."
            : "Your role does not manage this account.";
    }

    private static bool IsOfUnit(UserAccount supervisor, UserAccount target) =>
        supervisor.AgencyId == target.AgencyId && supervisor.Unit.Length > 0 && supervisor.Unit == target.Unit
        && Roles.Parse(target.Roles).All(role => UnitRoles.Contains(role));
}
