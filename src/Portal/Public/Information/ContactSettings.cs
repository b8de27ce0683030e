namespace Transparency.Portal.Public.Information;

/// <summary>Section <c>Transparency:Contact</c>: how residents reach the people who answer for this system. Shown as it is.</summary>
public sealed record ContactSettings
{
    public string Email { get; init; } = "";

    public string Phone { get; init; } = "";

    /// <summary>Postal address on one line.</summary>
    public string Post { get; init; } = "";

    /// <summary>Where records requests and legal papers go.</summary>
    public string ClerkEmail { get; init; } = "";

    public bool IsEmpty => Email.Length + Phone.Length + Post.Length + ClerkEmail.Length == 0;

    /// <summary>Of the fictional city; nobody can be reached there.</summary>
    public static ContactSettings Demonstration { get; } = new()
    {
        Email = "plate-readers@marisol-bay.example",
        Phone = "(555) 010-0142",
        Post = "Data Steward, 1 Harbor Plaza, Marisol Bay, California (fictional)",
        ClerkEmail = "city-clerk@marisol-bay.example",
    };
}
