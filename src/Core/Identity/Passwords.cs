using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Transparency.Core.Identity;

/// <summary>
/// Keeps passwords as ASP.NET Core Identity does (PBKDF2 with HMAC-SHA512 and a random salt), with the iterations that OWASP asks of
/// that function. Slow on purpose: about a tenth of a second.
/// </summary>
internal static class Passwords
{
    private static readonly PasswordHasher<string> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));

    // For names that do not exist: the answer must take as long as for those that do.
    private static readonly Lazy<string> Nobody = new(() => Hash(Guid.Empty.ToString()));

    public static string Hash(string password) => Hasher.HashPassword("", password);

    public static bool Verify(string? hash, string password) =>
        Hasher.VerifyHashedPassword("", hash ?? Nobody.Value, password) != PasswordVerificationResult.Failed && hash is not null;
}
