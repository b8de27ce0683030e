namespace Transparency.Core.Identity;

/// <summary>
/// What people choose when they must have fifteen characters: a common word repeated or followed by another, a walk over the
/// keyboard, a count. The words are compared without spaces, signs and capitals.
/// </summary>
internal static class CommonPasswords
{
    private static readonly string[] Words =
    [
        "password", "passwort", "passw0rd", "p4ssword", "letmein", "welcome", "qwerty", "qwertyuiop", "asdfghjkl", "zxcvbnm", "iloveyou",
        "admin", "administrator", "police", "policedepartment", "officer", "sheriff", "login", "changeme", "default", "secret", "dragon",
        "monkey", "sunshine", "football", "baseball", "superman", "princess", "master", "shadow", "trustno1", "whatever", "correct", "horse",
        "battery", "staple", "summer", "winter", "spring", "autumn", "january", "november", "december", "this", "is", "my", "the", "a", "long",
        "very", "new", "city", "camera", "plate", "abc", "abcdefghijklmnopqrstuvwxyz", "1q2w3e4r5t6y7u8i9o0p", "1qaz2wsx3edc4rfv",
    ];

    private const string Digits = "01234567890123456789";

    /// <summary>Whether the whole text falls apart into common words, years and counts.</summary>
    public static bool Contains(string plain)
    {
        var reached = new bool[plain.Length + 1];
        reached[0] = true;
        for (var at = 0; at < plain.Length; at++)
        {
            if (!reached[at])
            {
                continue;
            }

            var rest = plain.AsSpan(at);
            foreach (var word in Words)
            {
                if (rest.StartsWith(word, StringComparison.Ordinal))
                {
                    reached[at + word.Length] = true;
                }
            }

            for (var length = 1; length <= rest.Length && char.IsAsciiDigit(rest[length - 1]); length++)
            {
                reached[at + length] |= length <= 4 || Digits.AsSpan().Contains(rest[..length], StringComparison.Ordinal);
            }
        }

        return reached[^1];
    }
}
