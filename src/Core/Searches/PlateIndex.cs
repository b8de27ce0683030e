using Transparency.Core.Detections;

namespace Transparency.Core.Searches;

/// <summary>
/// Every distinct plate in memory, by its number: the packed text, the same with look-alikes folded, and the number of its newest
/// detection. One writer at a time; readers need no lock, because entries are only added and newest numbers only grow.
/// </summary>
internal sealed class PlateIndex
{
    private readonly PlateSlots _slots = new();
    private ulong[] _packed = new ulong[1024];
    private ulong[] _folded = new ulong[1024];
    private long[] _newest = new long[1024];
    private int _end;
    private long _newestOfAll;

    /// <summary>One past the highest plate number.</summary>
    public int End => Volatile.Read(ref _end);

    /// <summary>The newest detection of all; 0 without any.</summary>
    public long Newest => Volatile.Read(ref _newestOfAll);

    /// <summary>What all of it takes in memory.</summary>
    public long Bytes => (_packed.Length * 3L * sizeof(ulong)) + _slots.Bytes;

    /// <summary>The newest detection of a plate; 0 for one without.</summary>
    public long NewestOf(int plate) => Volatile.Read(ref _newest)[plate];

    /// <summary>Records that a plate was seen. False, and nothing recorded, when its text is not known yet.</summary>
    public bool Seen(long plate, long detection)
    {
        if (plate >= _end || _packed[plate] == 0)
        {
            return false;
        }

        _newest[plate] = Math.Max(_newest[plate], detection);
        Volatile.Write(ref _newestOfAll, Math.Max(_newestOfAll, detection));
        return true;
    }

    /// <summary>Records a plate, and that it was seen.</summary>
    /// <param name="plate">Its number, above 0.</param>
    /// <param name="text">Its text, normalised.</param>
    /// <param name="detection">0 when it has no detection.</param>
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

        if (_packed[at] == 0)
        {
            _folded[at] = PackedPlate.Pack(PlateText.SkeletonOf(text));
            Volatile.Write(ref _packed[at], PackedPlate.Pack(text));
            _slots.Add(at, _packed);
        }

        _newest[at] = Math.Max(_newest[at], detection);
        Volatile.Write(ref _newestOfAll, Math.Max(_newestOfAll, detection));
        Volatile.Write(ref _end, Math.Max(_end, at + 1));
    }

    /// <summary>The plates that fit a pattern and have a detection at or after <paramref name="from"/>, by number.</summary>
    public List<int> Match(PlatePattern pattern, long from, CancellationToken cancellation = default)
    {
        var end = End;
        var packed = Volatile.Read(ref _packed);
        var plates = Texts(pattern) is { } texts
            ? texts.Where(text => text != 0).Distinct().Select(text => _slots.Find(text, packed)).Where(plate => plate != 0 && plate < end).Order().ToList()
            : Scan(pattern, packed.AsSpan(0, end), Volatile.Read(ref _folded).AsSpan(0, end), cancellation);
        var newest = Volatile.Read(ref _newest);
        plates.RemoveAll(plate => newest[plate] < from);
        return plates;
    }

    // The texts to look up, where they are few.
    private static IEnumerable<ulong>? Texts(PlatePattern pattern)
    {
        if (!pattern.IsFull)
        {
            return null;
        }

        var alike = pattern.Likeness.HasFlag(PlateLikeness.LookAlikes) ? SimilarPlates.LookAlikes(pattern.Text) : [PackedPlate.Pack(pattern.Text)];
        return pattern.Likeness.HasFlag(PlateLikeness.OneOff) ? alike?.Concat(SimilarPlates.OneOff(pattern.Text)) : alike;
    }

    private static List<int> Scan(PlatePattern pattern, ReadOnlySpan<ulong> packed, ReadOnlySpan<ulong> folded, CancellationToken cancellation)
    {
        var isFolded = pattern.Likeness.HasFlag(PlateLikeness.LookAlikes);
        var compiled = PackedPattern.Of(isFolded ? PlateText.SkeletonOf(pattern.Text) : pattern.Text);
        var plates = PlateScan.Find(isFolded ? folded : packed, compiled.Pairs, cancellation);
        if (!compiled.IsExact)
        {
            var kept = 0;
            for (var i = 0; i < plates.Count; i++)
            {
                if (pattern.Matches(PackedPlate.Unpack(packed[plates[i]])))
                {
                    plates[kept++] = plates[i];
                }
            }

            plates.RemoveRange(kept, plates.Count - kept);
        }

        return pattern.Likeness.HasFlag(PlateLikeness.OneOff)
            ? plates.Union(PlateScan.Find(packed, OneCharacterOff.Pairs(pattern.Text), cancellation)).Order().ToList()
            : plates;
    }

    private static T[] Grown<T>(T[] array, int size)
    {
        var grown = new T[size];
        array.CopyTo(grown, 0);
        return grown;
    }
}
