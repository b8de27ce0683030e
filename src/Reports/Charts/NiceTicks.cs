namespace Transparency.Reports.Charts;

/// <summary>Round numbers for a value axis that starts at zero: steps of 1, 2, 2.5 or 5 times a power of ten.</summary>
public static class NiceTicks
{
    private static readonly double[] Mantissas = [1, 2, 2.5, 5, 10];

    /// <summary>
    /// Ticks from 0 to the first at or above <paramref name="max"/>, about <paramref name="intervals"/> apart.
    /// Counts are whole, so a step is never below one. Two ticks (0 and 1) when there is nothing to show.
    /// </summary>
    public static IReadOnlyList<double> UpTo(double max, int intervals = 4)
    {
        var step = Step(Math.Max(max, 1) / intervals);
        var count = Math.Max(1, (int)Math.Ceiling((max / step) - 1e-9));
        return [.. Enumerable.Range(0, count + 1).Select(i => i * step)];
    }

    private static double Step(double rough)
    {
        if (rough <= 1)
        {
            return 1;
        }
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return Mantissas.Select(m => m * power).First(s => s >= rough * (1 - 1e-9) && s == Math.Floor(s));
    }
}
