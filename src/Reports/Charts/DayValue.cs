namespace Transparency.Reports.Charts;

/// <summary>One day of a series. A null value means nothing was measured that day, which is not the same as zero.</summary>
public readonly record struct DayValue(DateOnly Day, long? Value)
{
    public bool IsWeekend => Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
