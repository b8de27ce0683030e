using System.Globalization;
using System.Text;

namespace Transparency.Reports.Quarterly;

/// <summary>A CSS string literal. Everything but letters, digits and spaces is escaped (the space after an escape belongs to it), so no text can leave the string or the style element.</summary>
public static class CssText
{
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value == ' ')
            {
                quoted.Append(rune.ToString());
            }
            else
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:x6} ");
            }
        }
        return quoted.Append('"').ToString();
    }
}
