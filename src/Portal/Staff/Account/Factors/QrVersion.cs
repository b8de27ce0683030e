namespace Transparency.Portal.Staff.Account.Factors;

/// <summary>One size of QR code at error correction level M (ISO/IEC 18004, tables 9 and E.1).</summary>
/// <param name="Number">2 to 9.</param>
/// <param name="CheckCodewords">Error correction codewords of each block.</param>
/// <param name="Blocks">Data codewords of each block, in order.</param>
/// <param name="Alignment">Centres of the alignment patterns, by row and by column.</param>
internal sealed record QrVersion(int Number, int CheckCodewords, int[] Blocks, int[] Alignment)
{
    public static IReadOnlyList<QrVersion> All { get; } =
    [
        new(2, 16, [28], [6, 18]),
        new(3, 26, [44], [6, 22]),
        new(4, 18, [32, 32], [6, 26]),
        new(5, 24, [43, 43], [6, 30]),
        new(6, 16, [27, 27, 27, 27], [6, 34]),
        new(7, 18, [31, 31, 31, 31], [6, 22, 38]),
        new(8, 22, [38, 38, 39, 39], [6, 24, 42]),
        new(9, 22, [36, 36, 36, 37, 37], [6, 26, 46]),
    ];

    public int Size => 17 + (4 * Number);

    public int DataCodewords => Blocks.Sum();
}
