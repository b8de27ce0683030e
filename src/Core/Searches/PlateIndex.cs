using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Transparency.Core.Detections;

namespace Transparency.Core.Searches;

/// <summary>
/// Every distinct plate in memory, by its number: the packed text, the same with look-alikes folded, and the number of its newest detection. One writer at a time; readers
/// need no lock, because entries are only added and newest numbers only grow.
/// </summary>
internal sealed class PlateIndex
{
    private ulong[] _packed = new ulong[1024];
    private ulong[] _folded = new ulong[1024];
    private long[] _newest = new long[1024];
    private int _end;
    private long _newestOfAll;

    /// <summary>One past the highest plate number.</summary>
    public int End => Volatile.Read(ref _end);

    /// <summary>The newest detection of all; 0 without any.</summary>
    public long Newest => Volatile.Read(ref _newestOfAll);

    /// <summary>The newest detection of a plate; 0 for one without.</summary>
    public long NewestOf(int plate) => Volatile.Read(ref _newest)[plate];

    /// <summary>Records that a plate was seen.</summary>
    public void Add(long plate, string text, long detection)
    {
        var at = checked((int)plate);
        if (at >= _packed.Length)
        {
            var size = Math.Max(at + 1, _packed.Length * 2);
            Volatile.Write(ref _newest, Grown(_newest, size));
            Volatile.Write(ref _folded, Grown(_folded, size));
            Volatile.Write(ref _packed, Grown(_packed, size));
        }

        _folded[at] = PackedPlate.Pack(PlateText.SkeletonOf(text));
        _packed[at] = PackedPlate.Pack(text);
        _newest[at] = Math.Max(_newest[at], detection);
        Volatile.Write(ref _newestOfAll, Math.Max(_newestOfAll, detection));
        Volatile.Write(ref _end, Math.Max(_end, at + 1));
    }

    /// <summary>The plates that fit a pattern and have a detection at or after <paramref name="from"/>, by number.</summary>
    public List<int> Match(PlatePattern pattern, long from)
    {
        var end = End;
        var packed = Volatile.Read(ref _packed);
        var isFolded = pattern.Likeness.HasFlag(PlateLikeness.LookAlikes);
        var compiled = PackedPattern.Of(isFolded ? PlateText.SkeletonOf(pattern.Text) : pattern.Text);
        var plates = Scan((isFolded ? Volatile.Read(ref _folded) : packed).AsSpan(0, end), compiled.Pairs);
        plates.RemoveAll(plate => NewestOf(plate) < from || !(compiled.IsExact || pattern.Matches(PackedPlate.Unpack(packed[plate]))));
        if (pattern.Likeness.HasFlag(PlateLikeness.OneOff))
        {
            var near = Scan(packed.AsSpan(0, end), OneCharacterOff.Pairs(pattern.Text)).Where(plate => NewestOf(plate) >= from);
            plates = near.Union(plates).Order().ToList();
        }

        return plates;
    }

    // Four plates at a time. An unused number is 0, which no pair's value is.
    private static List<int> Scan(ReadOnlySpan<ulong> packed, IReadOnlyList<(ulong Mask, ulong Value)> pairs)
    {
        var masks = pairs.Select(pair => Vector256.Create(pair.Mask)).ToArray();
        var values = pairs.Select(pair => Vector256.Create(pair.Value)).ToArray();
        var hits = new List<int>();
        ref var start = ref MemoryMarshal.GetReference(packed);
        var at = 0;
        for (; at + Vector256<ulong>.Count <= packed.Length; at += Vector256<ulong>.Count)
        {
            var plates = Vector256.LoadUnsafe(ref start, (nuint)at);
            var bits = Fitting(plates, masks, values);
            for (; bits != 0; bits &= bits - 1)
            {
                hits.Add(at + BitOperations.TrailingZeroCount(bits));
            }
        }

        for (; at < packed.Length; at++)
        {
            if (Fits(packed[at], pairs))
            {
                hits.Add(at);
            }
        }

        return hits;
    }

    private static bool Fits(ulong plate, IReadOnlyList<(ulong Mask, ulong Value)> pairs) =>
        pairs.Any(pair => (plate & pair.Mask) == pair.Value);

    private static uint Fitting(Vector256<ulong> plates, Vector256<ulong>[] masks, Vector256<ulong>[] values)
    {
        var fits = Vector256<ulong>.Zero;
        for (var i = 0; i < masks.Length; i++)
        {
            fits |= Vector256.Equals(plates & masks[i], values[i]);
        }

        return fits.ExtractMostSignificantBits();
    }

    private static T[] Grown<T>(T[] array, int size)
    {
        var grown = new T[size];
        array.CopyTo(grown, 0);
        return grown;
    }
}
