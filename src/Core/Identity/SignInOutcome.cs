using Transparency.Core.Policies;

namespace Transparency.Core.Identity;

/// <summary>
/// Who signed in, or why nobody did, or who is still to show a code. The refusal's code is for the log; the person is told
/// <see cref="Help"/> in every case.
/// </summary>
public sealed record SignInOutcome(UserAccount? User, string? Refusal, AccountTerms Terms)
{
    public const string UnknownAccount = "unknown-account";
    public const string WrongPassword = "wrong-password";
    public const string WrongCode = "wrong-code";
    public const string LockedOut = "locked-out";
    public const string Disabled = "disabled";

    /// <summary>The session that was opened; null while nobody is signed in.</summary>
    public string? SessionId { get; init; }

    /// <summary>The password was right, but the account has a second factor: nobody is signed in yet.</summary>
    public UserAccount? AwaitsCode { get; init; }

    /// <summary>The same for every refusal: which one it was would tell a stranger which names exist and when to try again.</summary>
    public string Help => Refusal == WrongCode
        ? $"This code is wrong, was used before, or is too old. {Terms.LockoutFailures} failures in a row lock an account for {Terms.LockoutMinutes} minutes."
        : $"The name and the password do not match, or the account is locked. {Terms.LockoutFailures} failures in a row lock an account for "
          + $"{Terms.LockoutMinutes} minutes. If you cannot sign in after that, ask your supervisor.";
}
