namespace Transparency.Core.Detections;

/// <summary>
/// A detection's number, made where the vehicle was seen and never again: 42 bits of milliseconds since 2020 UTC, 10 bits of node,
/// 11 bits of sequence. Numbers sort by capture time, so a time window is a range of the primary key.
/// </summary>
public readonly record struct DetectionId(long Value) : IComparable<DetectionId>
{
    public const int Nodes = 1 << NodeBits;
    public const int Sequences = 1 << SequenceBits;
    private const int NodeBits = 10;
    private const int SequenceBits = 11;
    private const long LastMillisecond = (1L << 42) - 1;
    private static readonly long Epoch = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <summary>When the vehicle was seen, to the millisecond.</summary>
    public DateTimeOffset CapturedAt => DateTimeOffset.FromUnixTimeMilliseconds((Value >> (NodeBits + SequenceBits)) + Epoch);

    /// <summary>The process or camera that made the number, 0 to 1,023.</summary>
    public int Node => (int)(Value >> SequenceBits) & (Nodes - 1);

    public int Sequence => (int)Value & (Sequences - 1);

    /// <exception cref="ArgumentOutOfRangeException">The instant is before 2020 or after 2159, or node or sequence do not fit.</exception>
    public static DetectionId Create(DateTimeOffset capturedAt, int node, int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(node);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(node, Nodes);
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(sequence, Sequences);
        var milliseconds = capturedAt.ToUnixTimeMilliseconds() - Epoch;
        ArgumentOutOfRangeException.ThrowIfNegative(milliseconds, nameof(capturedAt));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(milliseconds, LastMillisecond, nameof(capturedAt));
        return new((((milliseconds << NodeBits) | (long)node) << SequenceBits) | (long)sequence);
    }

    /// <summary>
    /// The least number at or after an instant: <c>id &gt;= Floor(from) and id &lt; Floor(to)</c> is the window [from, to). Instants
    /// before 2020 give 0, instants past the end the greatest number.
    /// </summary>
    public static DetectionId Floor(DateTimeOffset instant)
    {
        // A fraction of a millisecond belongs to the next one: what was captured in that millisecond is at or after the instant.
        var sinceUnix = instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks;
        var milliseconds = ((sinceUnix + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond) - Epoch;
        return milliseconds > LastMillisecond ? new(long.MaxValue) : new(Math.Max(0, milliseconds) << (NodeBits + SequenceBits));
    }

    /// <summary>How far apart numbers of vehicles are that were seen so much later.</summary>
    internal static long Distance(TimeSpan time) => (long)time.TotalMilliseconds << (NodeBits + SequenceBits);

    public int CompareTo(DetectionId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static bool operator <(DetectionId left, DetectionId right) => left.Value < right.Value;

    public static bool operator >(DetectionId left, DetectionId right) => left.Value > right.Value;

    public static bool operator <=(DetectionId left, DetectionId right) => left.Value <= right.Value;

    public static bool operator >=(DetectionId left, DetectionId right) => left.Value >= right.Value;
}
