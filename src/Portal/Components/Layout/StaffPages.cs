using Transparency.Core.Identity;

namespace Transparency.Portal.Components.Layout;

/// <summary>The staff's pages, as the header lists them for a person: those that the roles have a use for.</summary>
internal static class StaffPages
{
    public static IEnumerable<(string Address, string Name)> Of(UserAccount user)
    {
        if (user.MaySearch)
        {
            yield return ("/staff/search", "Search");
            yield return ("/staff/searches", "My searches");
            yield return ("/staff/alerts", "Alerts");
            yield return ("/staff/requests", "Second person");
        }

        if (Roles.Parse(user.Roles).Contains(Roles.Supervisor))
        {
            yield return ("/staff/hot-lists", "Hot lists");
        }

        if (AccountAuthority.MayManageAny(user))
        {
            yield return ("/staff/accounts", "Accounts");
        }

        yield return ("/staff/policy", "Policy");
    }

    /// <summary>Whether the page, or one beneath it, is the one shown.</summary>
    public static bool IsUnder(string here, string address) =>
        here == address || here.StartsWith(address + "/", StringComparison.Ordinal);
}
