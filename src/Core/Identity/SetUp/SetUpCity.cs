using System.Security.Cryptography;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Policies;

namespace Transparency.Core.Identity.SetUp;

/// <summary>What a new installation is told first; nothing in it is trusted.</summary>
public sealed record CitySetUp
{
    public required string CityName { get; init; }

    public required string PoliceName { get; init; }

    /// <summary>IANA name, such as America/Los_Angeles.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The log's name for ever: a host name and path of the city's, such as <c>city.example/alpr-log</c>.</summary>
    public required string LogOrigin { get; init; }

    public required string UserName { get; init; }

    public required string DisplayName { get; init; }

    public required string Password { get; init; }
}

/// <summary>
/// Writes the city and its first administrator, once: an installation that has an account is set up already. Whoever may do it has shown
/// the code from the console of the machine; that is the caller's to check.
/// </summary>
public sealed class SetUpCity(SqlDatabase database, CityStore cities)
{
    private const string AgencyId = "city-police";

    /// <returns>What speaks against it, as sentences; empty when it was done.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CitySetUp setUp, string address, DateTimeOffset at, CancellationToken cancellation = default)
    {
        var known = await cities.FindAsync(cancellation);
        var city = known ?? new City
        {
            Name = setUp.CityName.Trim(),
            PoliceName = setUp.PoliceName.Trim(),
            AgencyId = AgencyId,
            TimeZone = setUp.TimeZone.Trim(),
            LogOrigin = setUp.LogOrigin.Trim(),
            IsDemonstration = false,
        };
        var problems = Problems(setUp, city).ToList();
        if (problems.Count > 0)
        {
            return problems;
        }

        return await database.WriteAsync<IReadOnlyList<string>>(
            async scope =>
            {
                if (await UserStore.AnyAsync(scope))
                {
                    return ["This installation has been set up already."];
                }

                if (known is null)
                {
                    await CityStore.AddAsync(scope, city);
                    await AgencyStore.AddAsync(scope, new Agency
                    {
                        Id = AgencyId,
                        Name = city.PoliceName,
                        Kind = AgencyKind.Local,
                        State = "CA",
                        CreatedMs = at.ToUnixTimeMilliseconds(),
                    });
                }

                var user = Administrator(setUp, city, at);
                await UserStore.AddAsync(scope, user, at.ToUnixTimeMilliseconds());
                var context = new AuditContext { Actor = Actor.System(city) with { Address = address }, Purpose = "Set-up of the installation", At = at };
                await new AuditLog(city).AppendAsync(scope, context, IdentityEvents.AccountChanged(user, "created"), cancellation);
                return [];
            },
            cancellation);
    }

    private static IEnumerable<string> Problems(CitySetUp setUp, City city)
    {
        if (new[] { city.Name, city.PoliceName }.Any(name => name.Length is 0 or > 200))
        {
            yield return "Give the names of the city and of its police, each with at most 200 characters.";
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(city.TimeZone, out _))
        {
            yield return "There is no time zone of this name. Such names read America/Los_Angeles.";
        }

        if (city.LogOrigin.Length is < 4 or > 200 || !city.LogOrigin.Contains('.', StringComparison.Ordinal) || city.LogOrigin.Any(c => char.IsWhiteSpace(c) || c is '+' or ':'))
        {
            yield return "The log's name is a host name of yours with a path, without https://, spaces or plus signs, such as city.example/alpr-log.";
        }

        if (setUp.UserName.Trim() is not { Length: >= 2 and <= 100 } || setUp.DisplayName.Trim() is not { Length: >= 1 and <= 200 })
        {
            yield return "Give the administrator's user name and name.";
        }

        if (PasswordRule.Check(PolicyPresets.California.Accounts, setUp.Password, setUp.UserName) is { } problem)
        {
            yield return problem;
        }
    }

    private static UserAccount Administrator(CitySetUp setUp, City city, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at).ToString(),
        UserName = setUp.UserName.Trim(),
        DisplayName = setUp.DisplayName.Trim(),
        AgencyId = city.AgencyId,
        Organisation = city.PoliceName,
        Unit = "",
        Roles = Roles.Administrator,
        PasswordHash = Passwords.Hash(setUp.Password),
        SecurityStamp = RandomNumberGenerator.GetHexString(32),
        AccessFailedCount = 0,
        LockoutEndMs = null,
        DisabledMs = null,
    };
}
