namespace Transparency.Core.Searches;

/// <summary>
/// A pattern as pairs of mask and value over <see cref="PackedPlate"/>: a plate fits when its word under one of the masks is that
/// mask's value. Each pair is one place the known characters can stand at.
/// </summary>
internal sealed class PackedPattern
{
    private PackedPattern(IReadOnlyList<(ulong Mask, ulong Value)> pairs, bool isExact)
    {
        Pairs = pairs;
        IsExact = isExact;
    }

    public IReadOnlyList<(ulong Mask, ulong Value)> Pairs { get; }

    /// <summary>
    /// Whether the pairs decide. Otherwise they only leave few plates over for <see cref="PlatePattern.Matches"/>: a pattern with
    /// <c>*</c> inside is looked for by its longest part, and a mask cannot say that a <c>?</c> at the end must be a character.
    /// </summary>
    public bool IsExact { get; }

    /// <param name="text">Upper-case letters and digits, <c>?</c> and <c>*</c>; at least one letter or digit.</param>
    public static PackedPattern Of(string text)
    {
        var parts = text.Split(PlatePattern.Any, StringSplitOptions.RemoveEmptyEntries);
        var part = parts.MaxBy(some => some.Count(c => c != PlatePattern.One))!;
        var isWhole = parts.Length == 1;
        var opensLeft = !isWhole || text[0] == PlatePattern.Any;
        var opensRight = !isWhole || text[^1] == PlatePattern.Any;
        var places = opensLeft ? PackedPlate.Characters - part.Length + 1 : 1;
        return new(
            Enumerable.Range(0, places).Select(place => Pair(part, place, opensRight)).ToList(),
            isWhole && part[^1] != PlatePattern.One);
    }

    private static (ulong Mask, ulong Value) Pair(string part, int place, bool opensRight)
    {
        ulong mask = 0, value = 0;
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] != PlatePattern.One)
            {
                mask |= PackedPlate.Field(place + i);
                value |= PackedPlate.Code(part[i]) << (PackedPlate.Bits * (place + i));
            }
        }

        var end = place + part.Length;
        return (opensRight || end == PackedPlate.Characters ? mask : mask | PackedPlate.Field(end), value);
    }
}
