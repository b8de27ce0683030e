using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Transparency.Core.Searches;

/// <summary>Compares every plate with pairs of mask and value, four plates an instruction: about a nanosecond a plate.</summary>
internal static class PlateScan
{
    // So often a search that nobody waits for any more is noticed: about a millisecond.
    private const int Portion = 1 << 20;

    /// <summary>Numbers of the plates that fit one of the pairs, ascending. An unused number holds 0, which no pair's value is.</summary>
    public static List<int> Find(
        ReadOnlySpan<ulong> packed, IReadOnlyList<(ulong Mask, ulong Value)> pairs, CancellationToken cancellation = default)
    {
        var hits = new List<int>();
        for (var start = 0; start < packed.Length; start += Portion)
        {
            cancellation.ThrowIfCancellationRequested();
            Find(packed[start..Math.Min(start + Portion, packed.Length)], pairs, start, hits);
        }

        return hits;
    }

    private static void Find(ReadOnlySpan<ulong> packed, IReadOnlyList<(ulong Mask, ulong Value)> pairs, int first, List<int> hits)
    {
        Span<Vector256<ulong>> masks = stackalloc Vector256<ulong>[pairs.Count];
        Span<Vector256<ulong>> values = stackalloc Vector256<ulong>[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            (masks[i], values[i]) = (Vector256.Create(pairs[i].Mask), Vector256.Create(pairs[i].Value));
        }

        ref var start = ref MemoryMarshal.GetReference(packed);
        var at = 0;
        for (; at + Vector256<ulong>.Count <= packed.Length; at += Vector256<ulong>.Count)
        {
            var plates = Vector256.LoadUnsafe(ref start, (nuint)at);
            for (var bits = Fitting(plates, masks, values); bits != 0; bits &= bits - 1)
            {
                hits.Add(first + at + BitOperations.TrailingZeroCount(bits));
            }
        }

        for (; at < packed.Length; at++)
        {
            if (Fits(packed[at], pairs))
            {
                hits.Add(first + at);
            }
        }
    }

    private static uint Fitting(Vector256<ulong> plates, ReadOnlySpan<Vector256<ulong>> masks, ReadOnlySpan<Vector256<ulong>> values)
    {
        var fits = Vector256<ulong>.Zero;
        for (var i = 0; i < masks.Length; i++)
        {
            fits |= Vector256.Equals(plates & masks[i], values[i]);
        }

        return fits.ExtractMostSignificantBits();
    }

    private static bool Fits(ulong plate, IReadOnlyList<(ulong Mask, ulong Value)> pairs)
    {
        foreach (var (mask, value) in pairs)
        {
            if ((plate & mask) == value)
            {
                return true;
            }
        }

        return false;
    }
}
