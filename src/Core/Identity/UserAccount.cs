using Transparency.Core.AuditTrail;

namespace Transparency.Core.Identity;

/// <summary>One row of <c>users</c>, with the name of the user's agency.</summary>
public sealed record UserAccount
{
    public required string Id { get; init; }

    public required string UserName { get; init; }

    public required string DisplayName { get; init; }

    public required string AgencyId { get; init; }

    /// <summary>The agency's name, as the record of every act gives it.</summary>
    public required string Organisation { get; init; }

    public required string Unit { get; init; }

    /// <summary>See <see cref="Identity.Roles"/>; comma separated.</summary>
    public required string Roles { get; init; }

    public required string PasswordHash { get; init; }

    /// <summary>Changes whenever sessions opened earlier must end.</summary>
    public required string SecurityStamp { get; init; }

    /// <summary>Failures since the last success or lock.</summary>
    public required int AccessFailedCount { get; init; }

    public required long? LockoutEndMs { get; init; }

    public required long? DisabledMs { get; init; }

    public bool MaySearch => Identity.Roles.MaySearch(Identity.Roles.Parse(Roles));

    public Actor ActingFrom(string address) => new()
    {
        UserId = Id,
        UserName = UserName,
        AgencyId = AgencyId,
        Organisation = Organisation,
        Address = address,
    };
}
