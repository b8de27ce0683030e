namespace Transparency.Core.HotLists.Import;

/// <summary>
/// Rule: a new edition that is empty, or holds less than half of the old one, is more often a broken file than a changed world. The old
/// list stays in use until somebody confirms.
/// </summary>
public static class ImportGuard
{
    /// <summary>Null when the new edition may take the old one's place; otherwise a sentence.</summary>
    public static string? Check(int before, int after) =>
        after == 0 ? "The file has no entry that could be taken."
        : after * 2 < before ? $"The file has {after} entries where the list has {before}: less than half."
        : null;
}
