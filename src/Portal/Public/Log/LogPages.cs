using Microsoft.Extensions.Localization;

namespace Transparency.Portal.Public.Log;

/// <summary>Where the pages of the log lie beneath each other.</summary>
internal static class LogPages
{
    public static IReadOnlyList<(string Address, string Name)> Above(IStringLocalizer text) => [("/log", text["Log"])];

    public static IReadOnlyList<(string Address, string Name)> AboveEntry(IStringLocalizer text) => [.. Above(text), ("/log/entries", text["Entries"])];
}
