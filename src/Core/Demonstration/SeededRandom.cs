using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Transparency.Core.Demonstration;

/// <summary>
/// Repeatable numbers for the demonstration: xoshiro256** by Blackman and Vigna, its state filled by SplitMix64. The same seed gives the
/// same city on every machine. Never for anything secret.
/// </summary>
internal sealed class SeededRandom
{
    private readonly ulong _seed;
    private readonly ulong[] _state = new ulong[4];

    public SeededRandom(ulong seed)
    {
        _seed = seed;
        for (var i = 0; i < _state.Length; i++)
        {
            seed += 0x9E3779B97F4A7C15;
            _state[i] = Mix(seed);
        }
    }

    /// <summary>A generator of its own for one subject: what one subject draws does not change what another draws.</summary>
    public SeededRandom For(string subject)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var b in Encoding.UTF8.GetBytes(subject))
        {
            hash = (hash ^ b) * 0x100000001B3;
        }

        return new SeededRandom(Mix(_seed ^ hash));
    }

    /// <summary>0 to 1, 1 not included.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>0 to <paramref name="below"/> - 1.</summary>
    public int Below(int below) => (int)(Fraction() * below);

    public bool Chance(double probability) => Fraction() < probability;

    public double Between(double from, double to) => from + (Fraction() * (to - from));

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>An index, each as likely as its weight.</summary>
    public int Weighted(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        var left = Fraction() * sum;
        for (var i = 0; i < weights.Length - 1; i++)
        {
            left -= weights[i];
            if (left < 0)
            {
                return i;
            }
        }

        return weights.Length - 1;
    }

    /// <summary>A normal deviate with mean 0 and deviation 1: the sum of twelve uniform ones is near enough.</summary>
    public double Normal()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
        {
            sum += Fraction();
        }

        return sum;
    }

    /// <summary>A count of rare events, by multiplication (Knuth); for means up to about 50.</summary>
    public int Poisson(double mean)
    {
        var limit = Math.Exp(-mean);
        var count = -1;
        for (var product = 1.0; product > limit; count++)
        {
            product *= Fraction();
        }

        return count;
    }

    /// <summary>An id of an ordinary row: a version 7 UUID of the instant whose random part comes from here.</summary>
    public string Id(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, at.ToUnixTimeMilliseconds() << 16);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Next());
        var high = Next();
        bytes[6] = (byte)(0x70 | (high & 0x0F));
        bytes[7] = (byte)(high >> 8);
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true).ToString();
    }

    private ulong Next()
    {
        var result = BitOperations.RotateLeft(_state[1] * 5, 7) * 9;
        var shifted = _state[1] << 17;
        _state[2] ^= _state[0];
        _state[3] ^= _state[1];
        _state[1] ^= _state[2];
        _state[0] ^= _state[3];
        _state[2] ^= shifted;
        _state[3] = BitOperations.RotateLeft(_state[3], 45);
        return result;
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
