namespace Transparency.Core.Policies;

/// <summary>One text in the two languages of the public pages.</summary>
public sealed record LocalText(string En, string Es)
{
    /// <summary>The text in a language: "es" is Spanish, everything else English.</summary>
    public string In(string language) => language.StartsWith("es", StringComparison.OrdinalIgnoreCase) ? Es : En;

    /// <summary>Whether both languages say something.</summary>
    public bool IsComplete => !string.IsNullOrWhiteSpace(En) && !string.IsNullOrWhiteSpace(Es);
}
