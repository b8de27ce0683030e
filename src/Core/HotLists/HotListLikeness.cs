namespace Transparency.Core.HotLists;

/// <summary>
/// Rule: how near a read must be to a listed plate to raise an alert. The same plate always does; its state does not matter, because a
/// state that was misread must not hide a hit. A plate that differs in one look-alike character does only where the read itself is in
/// doubt, and never against a state that was read: with a million entries every thirtieth plate on the road looks like one of them.
/// </summary>
public static class HotListLikeness
{
    public const string Exact = "exact";
    public const string LookAlike = "look-alike";

    /// <summary>A read that the reader is this sure of is taken at its word.</summary>
    public const double SureFrom = 0.98;

    /// <summary>Whether plates that look like the one read are worth an alert.</summary>
    /// <param name="confidence">Of the whole read, 0 to 1.</param>
    public static bool IsInDoubt(double confidence) => !(confidence >= SureFrom);

    /// <summary>Whether the states allow a look-alike; null is not told.</summary>
    public static bool StatesAgree(string? read, string? listed) =>
        read is null || listed is null || string.Equals(read, listed, StringComparison.OrdinalIgnoreCase);
}
