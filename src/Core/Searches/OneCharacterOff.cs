namespace Transparency.Core.Searches;

/// <summary>Plates that differ from one plate by at most one character: replaced, added or left out.</summary>
internal static class OneCharacterOff
{
    private const ulong Whole = (1UL << (PackedPlate.Bits * PackedPlate.Characters)) - 1;

    public static bool Is(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
        {
            return false;
        }

        var start = 0;
        while (start < one.Length && start < other.Length && one[start] == other[start])
        {
            start++;
        }

        var skipOne = one.Length >= other.Length ? 1 : 0;
        var skipOther = other.Length >= one.Length ? 1 : 0;
        return start == Math.Max(one.Length, other.Length)
            || one.AsSpan(start + skipOne).SequenceEqual(other.AsSpan(start + skipOther));
    }

    /// <summary>The same as pairs of mask and value: see <see cref="PackedPattern"/>.</summary>
    public static List<(ulong Mask, ulong Value)> Pairs(string plate)
    {
        var packed = PackedPlate.Pack(plate);
        var pairs = new List<(ulong, ulong)>();
        for (var at = 0; at <= plate.Length; at++)
        {
            var before = packed & PackedPlate.Below(at);
            var from = packed & ~PackedPlate.Below(at);
            var field = PackedPlate.Field(at);
            if (at < plate.Length)
            {
                pairs.Add((Whole & ~field, packed & ~field));
                pairs.Add((Whole, before | ((packed & ~PackedPlate.Below(at + 1)) >> PackedPlate.Bits)));
            }

            if (plate.Length < PackedPlate.Characters)
            {
                pairs.Add((Whole & ~field, before | (from << PackedPlate.Bits)));
            }
        }

        // The empty word stands for numbers without a plate.
        pairs.RemoveAll(pair => pair.Item2 == 0);
        return pairs;
    }
}
