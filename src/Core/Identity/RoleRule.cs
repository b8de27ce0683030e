namespace Transparency.Core.Identity;

/// <summary>Rule: which roles go together. Who manages accounts sees no plates, so an administrator is nothing else.</summary>
internal static class RoleRule
{
    /// <summary>Null, or what is wrong with the set.</summary>
    public static string? Check(IReadOnlyCollection<string> roles) =>
        roles.Count == 0 || roles.Except(Roles.All).Any() ? $"Give one or more roles of: {string.Join(", ", Roles.All)}."
        : roles.Contains(Roles.Administrator) && roles.Count > 1 ? "An administrator has no other role: who manages accounts sees no plates."
        : null;
}
