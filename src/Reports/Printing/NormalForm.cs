using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Transparency.Reports.Printing;

/// <summary>
/// Takes out of a printed PDF what depends on the moment it was printed: the two dates, which come from the clock, and the names of
/// structure elements, whose numbers start a little higher or lower from run to run. Every replacement keeps its length, so that the
/// cross-reference table still fits.
/// </summary>
internal static partial class NormalForm
{
    /// <param name="instant">Written as the time of creation and modification (PDF 32000-1, 7.9.4, with the offset +00'00').</param>
    /// <exception cref="PrintException">There is no date to replace: the browser writes PDFs in another way than the one known.</exception>
    public static byte[] Of(byte[] pdf, DateTimeOffset instant)
    {
        // Latin-1 maps every byte to one character and back.
        var text = Encoding.Latin1.GetString(pdf);
        if (!Dates().IsMatch(text))
        {
            throw new PrintException("The printed file carries no date in the expected form, so it cannot be made reproducible. Was Chromium upgraded?");
        }
        var date = instant.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        text = Dates().Replace(text, m => $"/{m.Groups[1].Value} (D:{date}+00'00')");
        return Encoding.Latin1.GetBytes(Renumbered(text));
    }

    /// <summary>Element names counted from one. Their order stays, as the sorted tree of names needs.</summary>
    private static string Renumbered(string text)
    {
        var numbers = Elements().Matches(text).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)
            .Select((old, i) => (old, i)).ToDictionary(n => n.old, n => n.i + 1);
        return Elements().Replace(text, m => string.Create(CultureInfo.InvariantCulture, $"(node{numbers[m.Groups[1].Value]:00000000})"));
    }

    [GeneratedRegex(@"/(CreationDate|ModDate) \(D:\d{14}\+00'00'\)")]
    private static partial Regex Dates();

    [GeneratedRegex(@"(?<!\\)\(node(\d{8})\)")]
    private static partial Regex Elements();
}
