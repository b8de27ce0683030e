namespace Transparency.Core.Searches;

/// <summary>Words that say nothing in a reason, and the look of text that is no words at all.</summary>
internal static class ReasonWords
{
    private const int ShortestMash = 5;
    private const string Vowels = "aeiouy";

    private static readonly HashSet<string> SayNothing = new(
        """
        a an the of on in at to for from by with and or is was as it its this that be per re via my our his her their not no yes ok
        investigation investigations investigating investigate investigative investigator inv invest invst invs
        test tests testing tested training demo demonstration sample example try trying foo bar baz qux
        police officer officers detective sergeant sgt lt det dept department pd law enforcement le lea leo official business work duty
        case cases number numbers report reports call service cfs incident file reference ref see above below notes attached narrative
        search searches searching searched query lookup look looking check checking checked verify find finding locate
        crime crimes criminal offense offence matter activity suspicious person subject suspect vehicle car auto plate plates tag license
        licence reason reasons purpose purposes basis justification authorized permitted needed need necessary required requested request
        follow up followup info information intel intelligence data alpr lpr anpr camera cameras read reads
        na none nothing null unknown various misc miscellaneous other general stuff things same ditto asdf xxx abc lorem ipsum
        investigacion prueba caso policia busqueda motivo razon delito vehiculo el la los las de del en un una por para con y o
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);

    // Neighbours on a keyboard, read either way, that no English or Spanish word contains ("erty" is in "property").
    private static readonly string[] KeyRuns = BothWays(
        "qwer asdf sdfg dfgh fghj ghjk hjkl zxcv xcvb cvbn vbnm yuio uiop tyui rtyu 1234 2345 3456 4567 5678 6789 7890");

    public static bool SaysNothing(string word) => SayNothing.Contains(word) || word.Length < 2;

    /// <summary>Keys hit at random: keyboard runs, no vowel, one letter again and again, two or three letters in turn.</summary>
    public static bool IsMash(string word) =>
        KeyRuns.Any(run => word.Contains(run, StringComparison.Ordinal) && !word.All(char.IsAsciiDigit))
        || (word.Length >= ShortestMash && word.All(char.IsAsciiLetter) && !word.Any(c => Vowels.Contains(c, StringComparison.Ordinal)))
        || HasRun(word, 4)
        || (word.Length >= 6 && word.All(char.IsAsciiLetter) && word.Distinct().Count() <= 3 && IsRepeated(word));

    private static bool HasRun(string word, int length) =>
        !word.All(char.IsAsciiDigit)
        && Enumerable.Range(0, Math.Max(0, word.Length - length + 1)).Any(at => word.AsSpan(at, length).IndexOfAnyExcept(word[at]) < 0);

    private static bool IsRepeated(string word) =>
        Enumerable.Range(1, 3).Any(period => Enumerable.Range(period, word.Length - period).All(i => word[i] == word[i - period]));

    private static string[] BothWays(string runs) =>
        runs.Split(' ').SelectMany(run => new[] { run, new string(run.Reverse().ToArray()) }).ToArray();
}
