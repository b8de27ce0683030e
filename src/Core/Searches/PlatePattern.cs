using Transparency.Core.Detections;

namespace Transparency.Core.Searches;

/// <summary>
/// What a search asks of a plate: upper-case letters and digits, <c>?</c> for exactly one character, <c>*</c> for any number of them,
/// none included. Without either it asks for one plate.
/// </summary>
public sealed record PlatePattern
{
    public const char One = '?';
    public const char Any = '*';

    private const int LongestInput = 30;
    private const string Separators = " -.";

    private PlatePattern(string text, PlateLikeness likeness) => (Text, Likeness) = (text, likeness);

    /// <summary>Normalised: runs of <c>*</c> are one.</summary>
    public string Text { get; }

    /// <summary>How far a plate may differ from <see cref="Text"/>.</summary>
    public PlateLikeness Likeness { get; }

    public bool IsFull => !Text.Contains(One) && !Text.Contains(Any);

    /// <summary>
    /// The shape that the log publishes: <c>full-plate</c>, <c>similar-plate</c> (a full one and those like it), <c>partial-plate</c> (one
    /// run of known characters, open at an end), or <c>pattern</c>.
    /// </summary>
    public string Shape => IsFull ? Likeness == PlateLikeness.Exact ? "full-plate" : "similar-plate" : Text.Trim(Any).Contains(Any) || Text.Contains(One) ? "pattern" : "partial-plate";

    /// <summary>Reads a pattern as entered; exactly one of the two results is not null. Empty input is not a pattern: do not ask.</summary>
    public static (PlatePattern? Pattern, SearchRefusal? Refusal) Read(
        string entered, int minimumKnown, PlateLikeness likeness = PlateLikeness.Exact)
    {
        if (entered.Length > LongestInput)
        {
            return Refuse(SearchRefusal.PlateTooLong, $"A plate has at most {PlateText.Longest} characters.");
        }

        if (!entered.All(c => char.IsAsciiLetterOrDigit(c) || c is One or Any || Separators.Contains(c, StringComparison.Ordinal)))
        {
            return Refuse(
                SearchRefusal.PlateInvalid,
                "Use the letters A to Z and digits, ? for one unknown character and * for any number of unknown characters.");
        }

        var text = string.Concat(entered.Where(c => !Separators.Contains(c, StringComparison.Ordinal))).ToUpperInvariant();
        while (text.Contains("**", StringComparison.Ordinal))
        {
            text = text.Replace("**", "*", StringComparison.Ordinal);
        }

        return Check(text, minimumKnown, likeness);
    }

    /// <summary>Whether a normalised plate fits.</summary>
    public bool Matches(string plate) =>
        Fits(Text, plate)
        || (Likeness.HasFlag(PlateLikeness.LookAlikes) && Fits(PlateText.SkeletonOf(Text), PlateText.SkeletonOf(plate)))
        || (Likeness.HasFlag(PlateLikeness.OneOff) && OneCharacterOff.Is(Text, plate));

    // Linear: each * is tried again only from the last one met.
    private static bool Fits(string pattern, string plate)
    {
        int p = 0, t = 0, star = -1, resume = 0;
        while (t < plate.Length)
        {
            if (p < pattern.Length && (pattern[p] == One || pattern[p] == plate[t]))
            {
                p++;
                t++;
            }
            else if (p < pattern.Length && pattern[p] == Any)
            {
                star = p++;
                resume = t;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++resume;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).Trim(Any).IsEmpty;
    }

    private static (PlatePattern?, SearchRefusal?) Check(string text, int minimumKnown, PlateLikeness likeness)
    {
        var known = text.Count(char.IsAsciiLetterOrDigit);
        var atLeast = text.Count(c => c != Any);
        if (known == 0)
        {
            return Refuse(
                SearchRefusal.PlateOnlyWildcards, "A search needs at least some characters of the plate; ? and * alone would show everyone.");
        }

        if (atLeast > PlateText.Longest)
        {
            return Refuse(SearchRefusal.PlateTooLong, $"A plate has at most {PlateText.Longest} characters.");
        }

        if (known < minimumKnown)
        {
            return Refuse(SearchRefusal.PlateTooVague, $"Enter at least {minimumKnown} known characters of the plate.");
        }

        return likeness.HasFlag(PlateLikeness.OneOff) && known < text.Length
            ? Refuse(SearchRefusal.PlateNotFull, "One character off can only be asked of a full plate, without ? and *.")
            : (new PlatePattern(text, likeness), null);
    }

    private static (PlatePattern?, SearchRefusal?) Refuse(string code, string help) => (null, new SearchRefusal(code, help));
}
