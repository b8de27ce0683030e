using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Transparency.Reports.Printing;

/// <summary>The two dates in a PDF's information dictionary, which the browser takes from the clock. They are overwritten in place.</summary>
internal static partial class PdfDates
{
    /// <summary>
    /// Puts <paramref name="instant"/> in place of every creation and modification date (PDF 32000-1, 7.9.4, with the offset +00'00').
    /// The length stays the same, so that the cross-reference table still fits.
    /// </summary>
    /// <exception cref="PrintException">There is no date to replace: the browser writes PDFs in another way than the one known.</exception>
    public static byte[] Fix(byte[] pdf, DateTimeOffset instant)
    {
        // Latin-1 maps every byte to one character and back.
        var text = Encoding.Latin1.GetString(pdf);
        var date = instant.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        if (!Dates().IsMatch(text))
        {
            throw new PrintException("The printed file carries no date in the expected form, so it cannot be made reproducible. Was Chromium upgraded?");
        }
        return Encoding.Latin1.GetBytes(Dates().Replace(text, m => $"/{m.Groups[1].Value} (D:{date}+00'00')"));
    }

    [GeneratedRegex(@"/(CreationDate|ModDate) \(D:\d{14}\+00'00'\)")]
    private static partial Regex Dates();
}
