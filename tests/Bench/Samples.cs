using System.Diagnostics;

namespace Transparency.Bench;

/// <summary>Durations of one repeated step, in milliseconds.</summary>
public sealed class Samples
{
    private readonly List<double> _milliseconds = [];

    public double Median => Percentile(0.5);

    public double P95 => Percentile(0.95);

    public double P99 => Percentile(0.99);

    public static async Task<Samples> OfAsync(int warmUp, int count, Func<int, Task> step)
    {
        var samples = new Samples();
        for (var i = -warmUp; i < count; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await step(i + warmUp);
            if (i >= 0)
            {
                samples.Add(Stopwatch.GetElapsedTime(start));
            }
        }

        return samples;
    }

    public void Add(TimeSpan duration) => _milliseconds.Add(duration.TotalMilliseconds);

    public double Percentile(double share)
    {
        var sorted = _milliseconds.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
    }
}
