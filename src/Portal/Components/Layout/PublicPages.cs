namespace Transparency.Portal.Components.Layout;

/// <summary>The pages the header and the footer lead to, in their order.</summary>
public static class PublicPages
{
    public static readonly IReadOnlyList<(string Address, string Name)> Main =
    [
        ("/", "Overview"),
        ("/statistics", "Statistics"),
        ("/cameras", "Cameras"),
        ("/policy", "Policy"),
        ("/sharing", "Sharing"),
        ("/audits", "Audits"),
        ("/decisions", "Decisions"),
        ("/log", "Log"),
    ];

    public static readonly IReadOnlyList<(string Address, string Name)> Foot =
    [
        ("/documents", "Reports and documents"),
        ("/contact", "Contact"),
        ("/privacy", "Privacy"),
        ("/accessibility", "Accessibility"),
        ("/staff", "Staff sign-in"),
    ];

    /// <summary>True when <paramref name="here"/> is the page at <paramref name="address"/> or lies beneath it.</summary>
    public static bool Holds(string address, string here)
    {
        var path = here.Split('?', 2)[0];
        return path == address || (address != "/" && path.StartsWith(address + "/", StringComparison.Ordinal));
    }
}
