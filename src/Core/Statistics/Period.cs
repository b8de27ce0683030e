using Transparency.Core.Agencies;

namespace Transparency.Core.Statistics;

/// <summary>Whole days of the city, first and last included.</summary>
public readonly record struct Period
{
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public Period(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            throw new ArgumentException("A period's last day must not be before its first.", nameof(to));
        }

        From = from;
        To = to;
    }

    public DateOnly From { get; }

    public DateOnly To { get; }

    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>The period of the same length that ends the day before this one.</summary>
    public Period Before => new(From.AddDays(-Days), From.AddDays(-1));

    public string FromDay => City.Text(From);

    public string ToDay => City.Text(To);

    /// <summary>First instant, Unix milliseconds.</summary>
    public long FromMs(City city) => city.StartOf(From).ToUnixTimeMilliseconds();

    /// <summary>First instant after the period, Unix milliseconds.</summary>
    public long EndMs(City city) => city.StartOf(To.AddDays(1)).ToUnixTimeMilliseconds();

    /// <summary>The days up to and with <paramref name="last"/>.</summary>
    public static Period EndingWith(DateOnly last, int days) => new(last.AddDays(1 - days), last);

    public IEnumerable<DateOnly> EachDay()
    {
        for (var day = From; day <= To; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
