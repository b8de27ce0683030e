using System.Globalization;
using System.Text;

namespace Transparency.Core.Searches;

/// <summary>
/// A reason in words, ready to be looked through: words with simple disguises undone (accents, digits and signs for letters, letters
/// of look-alike alphabets, letters set apart by spaces or dots).
/// </summary>
internal sealed class ReasonText
{
    private const string Disguised = "013457@$!|аеорсухікмтвн";
    private const string Plain = "oieastasiiaeopcyxikmtbh";

    private ReasonText(IReadOnlyList<string> words, IReadOnlyList<string> capitals)
    {
        Words = words;
        Capitals = capitals;
    }

    /// <summary>Lower-case words in order. A run of single letters appears both apart and joined.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The words that were written wholly in capitals, as written, dots removed.</summary>
    public IReadOnlyList<string> Capitals { get; }

    public static ReasonText Of(string text)
    {
        var raw = Split(Strip(text));
        return new(
            Join(raw.Select(Undisguise).ToList()), Join(raw).Where(word => word.Length > 1 && word.All(char.IsAsciiLetterUpper)).ToList());
    }

    /// <summary>
    /// Whether a prohibited term occurs: one word or several in a row; <c>*</c> at the end stands for any ending; a term in capitals
    /// is an abbreviation and matches only capitals.
    /// </summary>
    public bool Contains(string term)
    {
        if (term.All(char.IsAsciiLetterUpper))
        {
            return Capitals.Contains(term);
        }

        var wanted = term.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, Math.Max(0, Words.Count - wanted.Length + 1))
            .Any(at => wanted.Select((word, i) => IsWord(Words[at + i], word)).All(same => same));
    }

    private static bool IsWord(string word, string wanted) => wanted.EndsWith('*')
        ? word.StartsWith(wanted[..^1], StringComparison.Ordinal)
        : word == wanted;

    // Compatibility forms (full width, circled) become plain; accents and invisible characters go.
    private static string Strip(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control) || rune.Value is '\n' or '\r' or '\t')
            {
                kept.Append(rune.ToString().Normalize(NormalizationForm.FormKD));
            }
        }

        return string.Concat(kept.ToString().Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
    }

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in text.Append(' '))
        {
            if (char.IsLetterOrDigit(c) || (Disguised.Contains(c, StringComparison.Ordinal) && word.Length > 0))
            {
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words;
    }

    // A word of digits alone is a number, not a disguise.
    private static string Undisguise(string word) => word.All(char.IsAsciiDigit)
        ? word
        : string.Concat(word.ToLowerInvariant().Select(c => Disguised.IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? Plain[at] : c));

    private static List<string> Join(List<string> words)
    {
        var joined = new List<string>(words);
        for (var start = 0; start < words.Count; start++)
        {
            var length = words.Skip(start).TakeWhile(word => word.Length == 1).Count();
            if (length >= 3)
            {
                joined.Add(string.Concat(words.Skip(start).Take(length)));
                start += length;
            }
        }

        return joined;
    }
}
