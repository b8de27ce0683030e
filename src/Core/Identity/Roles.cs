namespace Transparency.Core.Identity;

/// <summary>What a person may do. Codes are kept in <c>users.roles</c>, comma separated; a person may hold several.</summary>
public static class Roles
{
    public const string Officer = "officer";
    public const string Investigator = "investigator";
    public const string Supervisor = "supervisor";
    public const string DataSteward = "data-steward";
    public const string Auditor = "auditor";
    public const string Clerk = "clerk";
    public const string Council = "council";
    public const string PartnerOfficer = "partner-officer";
    public const string Administrator = "administrator";

    public static IReadOnlyList<string> All { get; } =
        [Officer, Investigator, Supervisor, DataSteward, Auditor, Clerk, Council, PartnerOfficer, Administrator];

    private static readonly string[] Searching = [Officer, Investigator, Supervisor, PartnerOfficer];

    /// <summary>
    /// Whether someone with these roles may see plates. Who administers accounts and keys never may, whatever other role is given
    /// beside it: nobody can give themselves the right to look.
    /// </summary>
    public static bool MaySearch(IReadOnlyCollection<string> roles) =>
        roles.Intersect(Searching).Any() && !roles.Contains(Administrator);

    /// <summary>The roles of the column; unknown codes stay, and allow nothing.</summary>
    public static IReadOnlyList<string> Parse(string column) =>
        column.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>"Data steward" for "data-steward".</summary>
    public static string Words(string role) => role.Length == 0 ? "" : char.ToUpperInvariant(role[0]) + role[1..].Replace('-', ' ');
}
