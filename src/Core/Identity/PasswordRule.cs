using Transparency.Core.Policies;

namespace Transparency.Core.Identity;

/// <summary>
/// What a password must be: long rather than ornate, and not among those tried first (NIST SP 800-63B 5.1.1.2). Spaces and every
/// other character are welcome; nothing about the mix of characters is asked.
/// </summary>
public static class PasswordRule
{
    public const int Longest = 200;
    private const int FewestDifferent = 6;

    /// <summary>Null when the password will do, otherwise a sentence for the person choosing it.</summary>
    public static string? Check(AccountTerms terms, string password, string userName)
    {
        if (password.Length < terms.PasswordMinimumLength)
        {
            return $"Use at least {terms.PasswordMinimumLength} characters. Four or five words that do not belong together are easy to remember.";
        }

        if (password.Length > Longest)
        {
            return $"Use at most {Longest} characters.";
        }

        var (plain, name) = (Letters(password), Letters(userName));
        if (plain.Distinct().Count() < FewestDifferent || CommonPasswords.Contains(plain))
        {
            return "This password is one of those tried first. Choose words that do not belong together.";
        }

        return name.Length > 2 && plain.Contains(name, StringComparison.Ordinal) ? "Leave your user name out of the password." : null;
    }

    private static string Letters(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsLetterOrDigit));
}
