namespace Transparency.Bench.Scale;

/// <summary>Repeatable numbers: SplitMix64. The same seed gives the same traffic on every machine.</summary>
internal struct Draw(ulong seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = seed;

    public static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }

    public ulong Next() => Mix(_state += Step);

    /// <summary>0 to <paramref name="below"/> - 1.</summary>
    public int Below(int below) => (int)((Next() >> 33) % (ulong)below);

    /// <summary>0 to 1, 1 not included.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));
}
