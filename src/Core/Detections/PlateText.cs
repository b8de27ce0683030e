using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Transparency.Core.Detections;

/// <summary>
/// A plate's characters as they are kept and compared: upper-case A to Z and 0 to 9, two to ten of them. What separates groups on a
/// plate (spaces, hyphens, dots) is dropped and accents are taken off; a letter of another alphabet is not guessed at.
/// </summary>
public sealed record PlateText
{
    public const int Shortest = 2;
    public const int Longest = 10;

    private const char Undecodable = '\ufffd';

    // Characters that readers and people take for one another; the first of each class stands for all.
    private static readonly string[] LookAlikes = ["0OQD", "1IL", "8B", "5S", "2Z", "6G", "7T", "4A", "UV", "MNW"];

    private static readonly char[] Folded = Fold();

    private PlateText(string value) => Value = value;

    public string Value { get; }

    /// <summary>The text with look-alike characters folded together: two plates that could be mistaken have the same skeleton.</summary>
    public string Skeleton => SkeletonOf(Value);

    public static bool TryParse(string? raw, [NotNullWhen(true)] out PlateText? plate)
    {
        plate = Normalize(raw) is { Length: >= Shortest and <= Longest } text ? new PlateText(text) : null;
        return plate is not null;
    }

    /// <exception cref="FormatException">The text cannot be a plate.</exception>
    public static PlateText Parse(string raw) =>
        TryParse(raw, out var plate) ? plate : throw new FormatException("This text cannot be a plate.");

    /// <summary>Folds what is already normalised; characters other than A to Z and 0 to 9 stay as they are.</summary>
    public static string SkeletonOf(string text) =>
        string.Create(text.Length, text, (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = from[i] < Folded.Length ? Folded[from[i]] : from[i];
            }
        });

    /// <summary>The characters that could be taken for one, itself included.</summary>
    internal static string LookAlikesOf(char c) => Array.Find(LookAlikes, group => group.Contains(c, StringComparison.Ordinal)) ?? c.ToString();

    /// <summary>
    /// Upper case, accents off, separators dropped, <paramref name="alsoAllowed"/> characters kept. Null when a letter or digit of
    /// another alphabet remains, or when the text is longer than any plate could be.
    /// </summary>
    internal static string? Normalize(string? raw, string alsoAllowed = "")
    {
        if (raw is null || raw.Length > 64)
        {
            return null;
        }

        var kept = new StringBuilder(raw.Length);
        foreach (var c in Decompose(raw))
        {
            var upper = char.ToUpperInvariant(c);
            if (char.IsAsciiLetterUpper(upper) || char.IsAsciiDigit(upper) || alsoAllowed.Contains(upper, StringComparison.Ordinal))
            {
                kept.Append(upper);
            }
            else if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c == Undecodable)
            {
                return null;
            }
        }

        return kept.ToString();
    }

    public override string ToString() => Value;

    // Invalid UTF-16 cannot be decomposed; it is left as it is and then refused as a foreign character.
    private static string Decompose(string raw)
    {
        try
        {
            return raw.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            return raw;
        }
    }

    private static char[] Fold()
    {
        var table = Enumerable.Range(0, 128).Select(i => (char)i).ToArray();
        foreach (var group in LookAlikes)
        {
            foreach (var c in group)
            {
                table[c] = group[0];
            }
        }

        return table;
    }
}
