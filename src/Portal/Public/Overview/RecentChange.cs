namespace Transparency.Portal.Public.Overview;

/// <summary>Something that changed: which day, what, and the page that tells more.</summary>
public sealed record RecentChange(DateOnly Day, string Words, string Address);
