namespace Transparency.Core.Searches;

/// <summary>
/// A plate in one 64-bit word: six bits a character, the first in the lowest bits, 0 where the plate has ended. Ten characters, the
/// longest plate there is, take 60 bits.
/// </summary>
internal static class PackedPlate
{
    public const int Characters = 10;
    public const int Bits = 6;
    private const ulong Character = (1UL << Bits) - 1;
    private const int FirstLetter = 11;

    /// <summary>Packs a normalised plate.</summary>
    public static ulong Pack(ReadOnlySpan<char> text)
    {
        var packed = 0UL;
        for (var i = 0; i < text.Length; i++)
        {
            packed |= Code(text[i]) << (Bits * i);
        }

        return packed;
    }

    public static string Unpack(ulong packed) => string.Create(Length(packed), packed, static (span, word) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            var code = (int)((word >> (Bits * i)) & Character);
            span[i] = (char)(code < FirstLetter ? code - 1 + '0' : code - FirstLetter + 'A');
        }
    });

    /// <summary>1 to 10 for a digit, 11 to 36 for a letter.</summary>
    public static ulong Code(char c) => char.IsAsciiDigit(c) ? (ulong)(c - '0') + 1 : (ulong)(c - 'A') + FirstLetter;

    /// <summary>The bits of one position.</summary>
    public static ulong Field(int position) => Character << (Bits * position);

    /// <summary>The bits of all positions before one.</summary>
    public static ulong Below(int position) => (1UL << (Bits * position)) - 1;

    private static int Length(ulong packed) => (64 - System.Numerics.BitOperations.LeadingZeroCount(packed) + Bits - 1) / Bits;
}
