namespace Transparency.Core.Searches;

/// <summary>
/// Finds a plate's number by its packed text: open addressing over plate numbers, at most three quarters full. One writer at a time;
/// readers need no lock, because a slot once taken is never given up and the table is replaced whole when it grows.
/// </summary>
internal sealed class PlateSlots
{
    private int[] _slots = new int[2048];
    private int _taken;

    public long Bytes => _slots.Length * (long)sizeof(int);

    /// <param name="packed">Not 0.</param>
    /// <param name="texts">The packed text of every number.</param>
    /// <returns>The number; 0 when there is none.</returns>
    public int Find(ulong packed, ulong[] texts)
    {
        var slots = Volatile.Read(ref _slots);
        var mask = slots.Length - 1;
        for (var at = Start(packed, mask); ; at = (at + 1) & mask)
        {
            var plate = Volatile.Read(ref slots[at]);
            if (plate == 0 || (plate < texts.Length && texts[plate] == packed))
            {
                return plate;
            }
        }
    }

    /// <summary>Adds a plate that is not there yet; its text must have been stored before.</summary>
    public void Add(int plate, ulong[] texts)
    {
        if (++_taken * 4L > _slots.Length * 3L)
        {
            var grown = new int[_slots.Length * 2];
            foreach (var known in _slots.Where(known => known != 0))
            {
                Put(grown, known, texts[known]);
            }

            Volatile.Write(ref _slots, grown);
        }

        Put(_slots, plate, texts[plate]);
    }

    private static void Put(int[] slots, int plate, ulong packed)
    {
        var mask = slots.Length - 1;
        var at = Start(packed, mask);
        while (slots[at] != 0)
        {
            at = (at + 1) & mask;
        }

        Volatile.Write(ref slots[at], plate);
    }

    // The multiplier is 2^64 divided by the golden ratio; its high bits are the well mixed ones.
    private static int Start(ulong packed, int mask) => (int)((packed * 0x9E3779B97F4A7C15) >> 33) & mask;
}
