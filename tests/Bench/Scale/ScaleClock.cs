using System.Diagnostics;

namespace Transparency.Bench.Scale;

/// <summary>A clock that runs on from the end of the generated month.</summary>
internal sealed class ScaleClock(DateTimeOffset start) : TimeProvider
{
    private readonly long _from = Stopwatch.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => start + Stopwatch.GetElapsedTime(_from);
}
