using Transparency.Core.Agencies;
using Transparency.Core.Statistics;

namespace Transparency.Core.Demonstration;

/// <summary>The demonstration's days: fourteen months that end today. Everything is relative to the instant it is loaded.</summary>
internal sealed class DemoCalendar
{
    private const int Months = 14;

    private readonly City _city;
    private readonly Dictionary<DateOnly, DateTimeOffset> _starts = [];

    public DemoCalendar(City city, DateTimeOffset now)
    {
        _city = city;
        Now = now;
        Today = city.DayOf(now);
        History = new Period(Today.AddMonths(-Months), Today);
    }

    public DateTimeOffset Now { get; }

    public DateOnly Today { get; }

    /// <summary>From the programme's first day to today.</summary>
    public Period History { get; }

    public DateTimeOffset StartOf(DateOnly day)
    {
        if (!_starts.TryGetValue(day, out var start))
        {
            _starts[day] = start = _city.StartOf(day).ToUniversalTime();
        }

        return start;
    }

    /// <summary>An instant of a day, in hours after its start.</summary>
    public DateTimeOffset At(DateOnly day, double hours) => StartOf(day).AddMilliseconds((long)(hours * 3_600_000));

    /// <summary>How busy the streets are compared with an ordinary day: season and holidays.</summary>
    public static double Season(DateOnly day) => Holiday(day) * (day.Month switch
    {
        1 => 0.93,
        2 => 0.96,
        6 => 1.04,
        7 or 8 => 1.08,
        12 => 0.97,
        _ => 1.0,
    });

    /// <summary>Whether the university is in session.</summary>
    public static bool IsTerm(DateOnly day) => !(day.Month is 7 or 8 || (day.Month == 6 && day.Day > 12) || (day.Month == 12 && day.Day > 14)
        || (day.Month == 1 && day.Day < 10));

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static double Holiday(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) => 0.55,
        (7, 4) => 0.80,
        (12, 24) => 0.75,
        (12, 25) => 0.45,
        (11, >= 22 and <= 28) when day.DayOfWeek == DayOfWeek.Thursday => 0.55,
        (11, >= 23 and <= 29) when day.DayOfWeek == DayOfWeek.Friday => 0.80,
        _ => 1.0,
    };
}
