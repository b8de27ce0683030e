using System.Globalization;

namespace Transparency.Reports.Wording;

/// <summary>
/// The words that shared components say themselves, in the two languages of the pages. The language is the current UI culture, as for
/// the pages around them; anything but Spanish is English. Numbers keep one form in both, as is usual in California.
/// </summary>
internal static class Words
{
    public static bool AreSpanish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "es";

    public static string In(string english, string spanish) => AreSpanish ? spanish : english;
}
