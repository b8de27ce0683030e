using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Transparency.Core.Identity;

namespace Transparency.Portal.Staff.Account;

/// <summary>
/// Proof, carried through the browser between the two steps of a sign-in, that the password was right a moment ago. It opens nothing by
/// itself, and is void after five minutes or when the account changes.
/// </summary>
public sealed class SignInTicket(IDataProtectionProvider protection, UserStore users)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("sign-in-ticket").ToTimeLimitedDataProtector();

    public string Of(UserAccount user) => _protector.Protect($"{user.Id} {user.SecurityStamp}", GoodFor);

    /// <summary>The account the ticket was made for; null when it is forged, too old, or the account has changed.</summary>
    public async Task<UserAccount?> ReadAsync(string ticket, CancellationToken cancellation)
    {
        try
        {
            var parts = _protector.Unprotect(ticket).Split(' ');
            var user = await users.FindAsync(parts[0], cancellation);
            return user?.SecurityStamp == parts[1] ? user : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
