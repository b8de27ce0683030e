namespace Transparency.Core.Demonstration;

/// <summary>When vehicles pass: an area's day in 24 weights, for weekdays and for weekends, and how much each day of the week counts.</summary>
internal static class DemoRhythm
{
    private static readonly double[] Commute =
        [2, 1, 1, 1, 3, 10, 28, 62, 70, 45, 34, 33, 36, 35, 37, 46, 62, 78, 66, 42, 28, 19, 11, 5];

    private static readonly double[] Downtown =
        [4, 2, 1, 1, 1, 4, 12, 26, 40, 44, 46, 55, 68, 64, 54, 50, 55, 64, 68, 66, 58, 44, 26, 12];

    private static readonly double[] Airport =
        [8, 5, 5, 12, 34, 58, 62, 58, 50, 46, 44, 45, 47, 48, 50, 55, 60, 62, 56, 48, 42, 38, 28, 16];

    private static readonly double[] Campus =
        [6, 3, 2, 1, 2, 5, 16, 46, 62, 55, 50, 52, 56, 52, 50, 54, 62, 68, 64, 62, 58, 50, 34, 16];

    private static readonly double[] Weekend =
        [10, 7, 5, 3, 2, 3, 7, 13, 24, 38, 52, 62, 66, 65, 64, 62, 58, 56, 52, 46, 40, 34, 26, 17];

    /// <summary>The weights of the day's hours in an area.</summary>
    public static double[] Hours(string area, DateOnly day) => (area, DemoCalendar.IsWeekend(day)) switch
    {
        ("airport-road", _) => Airport,
        (_, true) => Weekend,
        ("old-town" or "harbor", false) => Downtown,
        ("university", false) => Campus,
        _ => Commute,
    };

    /// <summary>How busy an area is on a day compared with its ordinary day.</summary>
    public static double Day(string area, DateOnly day)
    {
        var week = (area, day.DayOfWeek) switch
        {
            ("harbor" or "old-town", DayOfWeek.Saturday) => 1.32,
            ("harbor" or "old-town", DayOfWeek.Sunday) => 1.16,
            ("airport-road", DayOfWeek.Friday or DayOfWeek.Sunday) => 1.14,
            ("airport-road", DayOfWeek.Saturday) => 0.90,
            ("university", DayOfWeek.Saturday or DayOfWeek.Sunday) => 0.58,
            (_, DayOfWeek.Saturday) => 0.78,
            (_, DayOfWeek.Sunday) => 0.66,
            (_, DayOfWeek.Friday) => 1.06,
            _ => 1.0,
        };
        return week * DemoCalendar.Season(day) * (area == "university" && !DemoCalendar.IsTerm(day) ? 0.62 : 1.0);
    }
}
