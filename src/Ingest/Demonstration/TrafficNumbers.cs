namespace Transparency.Ingest.Demonstration;

/// <summary>Repeatable numbers (SplitMix64, Steele and others 2014), so that a test can have the same traffic again. Never for secrets.</summary>
internal sealed class TrafficNumbers(ulong seed)
{
    private ulong _state = seed;

    /// <summary>0 to 1, 1 not included.</summary>
    public double Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    public T Pick<T>(IReadOnlyList<T> items) => items[(int)(Next() * items.Count)];

    public char Pick(string characters) => characters[(int)(Next() * characters.Length)];

    public double Between(double from, double to) => from + (Next() * (to - from));
}
