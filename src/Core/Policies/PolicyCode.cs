using System.Text.RegularExpressions;

namespace Transparency.Core.Policies;

/// <summary>How a policy's codes and formats are written and matched.</summary>
public static partial class PolicyCode
{
    /// <summary>The one prohibited purpose that no policy may leave out (Cal. Gov. Code 7284 ff.).</summary>
    public const string Immigration = "immigration-enforcement";

    private const int LongestExample = 40;
    private const int LongestPattern = 200;

    /// <summary>Lower-case words joined by hyphens, at most 40 characters (the width of its columns).</summary>
    public static bool IsValid(string code) => code.Length <= 40 && Words().IsMatch(code);

    /// <summary>Whether the pattern compiles without backtracking and accepts its own example.</summary>
    public static bool IsUsable(CaseNumberFormat format)
    {
        try
        {
            return format.Label.IsComplete
                && format.Example.Length <= LongestExample
                && format.Pattern.Length <= LongestPattern
                && Accepts(format, format.Example);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>
    /// Whether a number, trimmed and in upper case, is wholly of this format. Without backtracking the work is linear in the number's length,
    /// so no time limit is set: on a busy machine one would refuse what the format accepts.
    /// </summary>
    public static bool Accepts(CaseNumberFormat format, string number) => Regex.IsMatch(
        number.Trim().ToUpperInvariant(),
        $@"\A(?:{format.Pattern})\z",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    private static partial Regex Words();
}
