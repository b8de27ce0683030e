namespace Transparency.Core.HotLists;

/// <summary>
/// Rule: which lists may be imported. Lists of immigration violators never are, under whatever name or spelling they come (Cal. Gov.
/// Code 7284.6); anything that is not a known kind is refused too, so that a new file in a feed does not slip in.
/// </summary>
public static class HotListSource
{
    private static readonly string[] Immigration =
    [
        "immigr", "deport", "removalorder", "undocumented", "customsenforcement", "enforcementandremoval", "illegalalien", "criminalalien", "visaover",
    ];

    /// <param name="kind">The kind the importer gives the list.</param>
    /// <param name="source">The source's own name for it, such as a file name.</param>
    public static HotListDecision Decide(string kind, string source)
    {
        return IsImmigration(kind + " " + source) ? HotListDecision.ImmigrationSource
            : HotListKind.All.Contains(kind) ? HotListDecision.Accepted
            : HotListDecision.UnknownKind;
    }

    /// <summary>Whether words, as a source writes them, are about immigration.</summary>
    public static bool IsImmigration(string words)
    {
        var letters = Letters(words);
        return Immigration.Any(word => letters.Contains(word, StringComparison.Ordinal));
    }

    // "Immigration_Violator", "IMMIGRATION-VIOLATOR" and "immigrationviolator.txt" are the same words.
    private static string Letters(string text) => new(text.Where(char.IsLetter).Select(char.ToLowerInvariant).ToArray());
}

/// <summary>The answer of <see cref="HotListSource"/>.</summary>
public sealed record HotListDecision(bool IsAccepted, string Code, string Words)
{
    public static HotListDecision Accepted { get; } = new(true, "accepted", "The list may be imported.");

    public static HotListDecision ImmigrationSource { get; } = new(
        false, "immigration-source", "Lists of immigration violators are never imported. State law forbids using city resources for this.");

    public static HotListDecision UnknownKind { get; } = new(
        false, "unknown-kind", "This kind of list is not one the policy allows, so it was not imported.");
}
