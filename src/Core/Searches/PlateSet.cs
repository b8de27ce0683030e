namespace Transparency.Core.Searches;

/// <summary>Plate numbers as bits. A plate that is newer than the set is not in it.</summary>
internal sealed class PlateSet
{
    private readonly ulong[] _bits;

    /// <param name="plates">The numbers in the set.</param>
    /// <param name="end">One past the highest number there is.</param>
    public PlateSet(IEnumerable<int> plates, int end)
    {
        _bits = new ulong[(end / 64) + 1];
        foreach (var plate in plates)
        {
            _bits[plate >> 6] |= 1UL << (plate & 63);
        }
    }

    public bool Contains(long plate) => plate >> 6 < _bits.Length && (_bits[plate >> 6] >> (int)(plate & 63) & 1) != 0;
}
