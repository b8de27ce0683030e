using Transparency.Core.Policies;

namespace Transparency.Core.Identity;

/// <summary>
/// Failures in a row lock an account for a while: as often and as long as the policy in force says, which is at least five and ten
/// minutes (CJIS Security Policy 5.9).
/// </summary>
public static class Lockout
{
    public static bool IsLocked(long? lockoutEndMs, DateTimeOffset at) => lockoutEndMs > at.ToUnixTimeMilliseconds();

    /// <summary>The count and the end of the lock after one more failure. A lock starts the count anew.</summary>
    public static (int Failures, long? LockoutEndMs) AfterFailure(AccountTerms terms, int failuresBefore, DateTimeOffset at) =>
        failuresBefore + 1 >= terms.LockoutFailures
            ? (0, at.AddMinutes(terms.LockoutMinutes).ToUnixTimeMilliseconds())
            : (failuresBefore + 1, null);
}
