namespace Transparency.Core.Identity;

/// <summary>Where somebody signs in from.</summary>
/// <param name="Address">The network address the request came from.</param>
/// <param name="Device">Browser and system in words, for the list of sessions; empty when not known.</param>
public sealed record SignInFrom(string Address, string Device = "")
{
    /// <summary>What the list of sessions keeps of a browser's name for itself: "Firefox on Windows".</summary>
    public static string DeviceOf(string userAgent)
    {
        var browser = Named(userAgent, ("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"));
        var system = Named(userAgent, ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS", "macOS"), ("Linux", "Linux"));
        return (browser, system) switch
        {
            ("", "") => "",
            ("", _) => system,
            (_, "") => browser,
            _ => $"{browser} on {system}",
        };
    }

    private static string Named(string text, params (string Mark, string Name)[] known) =>
        known.FirstOrDefault(item => text.Contains(item.Mark, StringComparison.Ordinal)).Name ?? "";
}
