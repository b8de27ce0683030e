using System.Security.Cryptography;

namespace Transparency.Core.Detections;

/// <summary>
/// Makes the numbers of one node. The sequence runs on from number to number instead of starting again each millisecond, so that two
/// vehicles captured in the same millisecond, or after the clock was set back, get different numbers. Thread-safe.
/// </summary>
public sealed class DetectionIds(int node)
{
    private int _sequence = RandomNumberGenerator.GetInt32(DetectionId.Sequences);

    /// <exception cref="ArgumentOutOfRangeException">The instant is before 2020.</exception>
    public DetectionId Next(DateTimeOffset capturedAt) =>
        DetectionId.Create(capturedAt, node, Interlocked.Increment(ref _sequence) & (DetectionId.Sequences - 1));
}
