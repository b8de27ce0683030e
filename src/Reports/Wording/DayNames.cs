namespace Transparency.Reports.Wording;

/// <summary>Names of months and days, written here so that they do not depend on the language data of the machine.</summary>
internal static class DayNames
{
    private static readonly string[] English =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] Spanish =
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    private static readonly string[] EnglishDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    private static readonly string[] SpanishDays = ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"];

    public static string Month(DateOnly day) => (Words.AreSpanish ? Spanish : English)[day.Month - 1];

    /// <summary>Three letters: "Nov", "nov".</summary>
    public static string ShortMonth(DateOnly day) => Month(day)[..3];

    public static string Day(DayOfWeek day) => (Words.AreSpanish ? SpanishDays : EnglishDays)[(int)day];

    /// <summary>Monday to Sunday in three letters.</summary>
    public static IReadOnlyList<string> ShortWeek =>
        [.. Enumerable.Range(1, 7).Select(i => Day((DayOfWeek)(i % 7))[..3])];
}
