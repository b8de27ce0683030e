using Transparency.Core.Detections;
using Transparency.Core.Searches;

namespace Transparency.Core.HotLists;

/// <summary>
/// The plates of all lists that are on, packed, in one table of open addressing at most half full: 16 to 32 bytes a plate, and less than a
/// microsecond for a read with all its look-alikes. Never changed once built.
/// </summary>
internal sealed class HotListIndex
{
    private readonly ulong[] _slots;

    public HotListIndex(long revision, IReadOnlyCollection<ulong> plates)
    {
        Revision = revision;
        _slots = new ulong[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, plates.Count * 2))];
        foreach (var plate in plates.Where(plate => plate != 0))
        {
            var at = Slot(plate);
            if (_slots[at] == 0)
            {
                _slots[at] = plate;
                Count++;
            }
        }
    }

    /// <summary>Which state of the lists this is.</summary>
    public long Revision { get; }

    /// <summary>Distinct plates.</summary>
    public int Count { get; }

    public long Bytes => _slots.Length * (long)sizeof(ulong);

    /// <summary>Listed plates that a read may be: itself if it is listed, else, where asked, those that differ in one look-alike character.</summary>
    /// <param name="plate">Normalised.</param>
    /// <param name="lookAlikes">Whether look-alikes are asked for.</param>
    /// <param name="found">Receives the plates, packed.</param>
    public void Find(string plate, bool lookAlikes, List<ulong> found)
    {
        var packed = PackedPlate.Pack(plate);
        if (Contains(packed))
        {
            found.Add(packed);
        }
        else if (lookAlikes)
        {
            for (var at = 0; at < plate.Length; at++)
            {
                foreach (var c in PlateText.LookAlikesOf(plate[at]))
                {
                    var other = (packed & ~PackedPlate.Field(at)) | (PackedPlate.Code(c) << (PackedPlate.Bits * at));
                    if (other != packed && Contains(other))
                    {
                        found.Add(other);
                    }
                }
            }
        }
    }

    private bool Contains(ulong plate) => _slots[Slot(plate)] == plate;

    // The plate's slot, or the empty one where it would go.
    private int Slot(ulong plate)
    {
        var mask = _slots.Length - 1;
        var at = (int)((plate * 0x9E3779B97F4A7C15) >> 33) & mask;
        while (_slots[at] != 0 && _slots[at] != plate)
        {
            at = (at + 1) & mask;
        }

        return at;
    }
}
