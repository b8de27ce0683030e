using System.Globalization;
using System.Numerics;
using System.Text;
using static Transparency.Reports.Figures.NumberText;

namespace Transparency.Reports.Seal;

/// <summary>
/// The drawing of a head: 64 rays round the edge, one for each digit of the root hash, and inside them the size in binary.
/// Two heads that differ look different at a glance; only <c>verify</c> proves anything.
/// </summary>
public static class Coin
{
    private const double Middle = 60;

    /// <summary>Rays from the rim inward, clockwise from the top; a longer ray is a larger digit.</summary>
    public static string Rays(string rootHash)
    {
        var path = new StringBuilder();
        for (var i = 0; i < rootHash.Length; i++)
        {
            var digit = int.Parse(rootHash.AsSpan(i, 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var turn = (double)i / rootHash.Length;
            path.Append('M').Append(At(55, turn)).Append('L').Append(At(53.2 - (0.62 * digit), turn));
        }
        return path.ToString();
    }

    /// <summary>The binary digits of the size, most significant at the top: centres of the dots, and whether each is a one.</summary>
    public static IReadOnlyList<(string X, string Y, bool One)> Bits(long size)
    {
        var count = size <= 0 ? 1 : BitOperations.Log2((ulong)size) + 1;
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var (x, y) = Point(35.5, (double)i / count);
            return (Coordinate(x), Coordinate(y), ((size >> (count - 1 - i)) & 1) == 1);
        })];
    }

    private static string At(double radius, double turn)
    {
        var (x, y) = Point(radius, turn);
        return $"{Coordinate(x)} {Coordinate(y)}";
    }

    private static (double X, double Y) Point(double radius, double turn) =>
        (Middle + (radius * Math.Sin(turn * Math.Tau)), Middle - (radius * Math.Cos(turn * Math.Tau)));
}
