using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Transparency.Core.Identity;
using Transparency.Portal.Hosting;

namespace Transparency.Portal.Staff.Account;

/// <summary>
/// What the session's cookie holds: who, which session, and the stamp that must still be the account's. Rights are read from the account
/// each time.
/// </summary>
internal static class StaffPrincipal
{
    private const string Stamp = "stamp";
    private const string Address = "address";
    private const string Session = "session";
    private const string IdleMinutes = "idle-minutes";
    private const string FactorMissing = "factor-missing";

    public static ClaimsPrincipal Of(UserAccount user, string sessionId, string address, int idleMinutes, bool factorMissing) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, user.Id),
            new Claim(ClaimTypes.Name, user.UserName),
            new Claim(Stamp, user.SecurityStamp),
            new Claim(Session, sessionId),
            new Claim(Address, address),
            new Claim(IdleMinutes, idleMinutes.ToString(CultureInfo.InvariantCulture)),
            .. factorMissing ? new[] { new Claim(FactorMissing, "1") } : [],
            .. Roles.Parse(user.Roles).Select(role => new Claim(ClaimTypes.Role, role)),
        ],
        CookieAuthenticationDefaults.AuthenticationScheme));

    /// <summary>Whether the account still is the one that signed in: enabled, and unchanged in what ends sessions.</summary>
    public static bool IsStill(this ClaimsPrincipal principal, UserAccount? user) =>
        user is { DisabledMs: null } && user.Id == principal.UserId() && user.SecurityStamp == principal.FindFirstValue(Stamp);

    public static string? UserId(this ClaimsPrincipal principal) => principal.FindFirstValue(ClaimTypes.NameIdentifier);

    public static string SessionId(this ClaimsPrincipal principal) => principal.FindFirstValue(Session) ?? "";

    /// <summary>The network address that this request or circuit came from.</summary>
    public static string FromAddress(this ClaimsPrincipal principal) => principal.FindFirstValue(Address) ?? "";

    /// <summary>Signed in by a password alone where a second factor is asked for: good for setting one up, and for nothing else.</summary>
    public static bool LacksFactor(this ClaimsPrincipal principal) => principal.HasClaim(FactorMissing, "1");

    /// <summary>The policy's idle time when the session was opened.</summary>
    public static int IdleLimit(this ClaimsPrincipal principal) =>
        int.TryParse(principal.FindFirstValue(IdleMinutes), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            ? minutes
            : (int)StaffSessions.Idle.TotalMinutes;
}
