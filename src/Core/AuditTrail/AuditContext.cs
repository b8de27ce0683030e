using Transparency.Core.Agencies;

namespace Transparency.Core.AuditTrail;

/// <summary>Who acts. Every field is recorded (Cal. Civ. Code 1798.90.52(a)); none of them is public.</summary>
public sealed record Actor
{
    public required string UserId { get; init; }

    public required string UserName { get; init; }

    public required string AgencyId { get; init; }

    public required string Organisation { get; init; }

    /// <summary>Network address the act came from; empty for the system itself.</summary>
    public string Address { get; init; } = "";

    /// <summary>The software acting by rule: the purge, the worker, a lapsed agreement.</summary>
    public static Actor System(City city) => new()
    {
        UserId = "system",
        UserName = "system",
        AgencyId = city.AgencyId,
        Organisation = city.PoliceName,
    };
}

/// <summary>Who, why and when: handed to every act that changes a record or reads a plate.</summary>
public sealed record AuditContext
{
    public required Actor Actor { get; init; }

    /// <summary>Purpose code of the policy for a search; otherwise the reason in words. Never empty.</summary>
    public required string Purpose { get; init; }

    public required DateTimeOffset At { get; init; }
}
