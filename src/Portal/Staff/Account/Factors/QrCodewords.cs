namespace Transparency.Portal.Staff.Account.Factors;

/// <summary>The text as codewords, with Reed-Solomon codewords that let a reader repair damage, interleaved block by block.</summary>
internal static class QrCodewords
{
    private const int ByteMode = 0b0100;

    public static byte[] Of(byte[] text, QrVersion version)
    {
        var data = Data(text, version.DataCodewords);
        var blocks = new List<byte[]>();
        var at = 0;
        foreach (var length in version.Blocks)
        {
            blocks.Add(data[at..(at += length)]);
        }

        var divisor = Divisor(version.CheckCodewords);
        var checks = blocks.Select(block => Remainder(block, divisor)).ToList();
        return [.. Interleave(blocks), .. Interleave(checks)];
    }

    // Mode in four bits, length in eight, the bytes, four bits of end, then the two filling bytes in turn.
    private static byte[] Data(byte[] text, int length)
    {
        var data = new byte[length];
        data[0] = (byte)((ByteMode << 4) | (text.Length >> 4));
        var rest = text.Length & 15;
        for (var i = 0; i < text.Length; i++)
        {
            data[i + 1] = (byte)((rest << 4) | (text[i] >> 4));
            rest = text[i] & 15;
        }

        data[text.Length + 1] = (byte)(rest << 4);
        for (var i = text.Length + 2; i < length; i++)
        {
            data[i] = (byte)((i - text.Length) % 2 == 0 ? 0xEC : 0x11);
        }

        return data;
    }

    private static IEnumerable<byte> Interleave(IReadOnlyList<byte[]> blocks) =>
        Enumerable.Range(0, blocks.Max(block => block.Length)).SelectMany(i => blocks.Where(block => i < block.Length).Select(block => block[i]));

    // The product of (x - 2^i) over the field GF(256) with x^8 + x^4 + x^3 + x^2 + 1, without its leading one.
    private static byte[] Divisor(int degree)
    {
        var product = new byte[degree];
        product[^1] = 1;
        byte root = 1;
        for (var i = 0; i < degree; i++)
        {
            for (var j = 0; j < degree; j++)
            {
                product[j] = (byte)(Times(product[j], root) ^ (j + 1 < degree ? product[j + 1] : 0));
            }

            root = Times(root, 2);
        }

        return product;
    }

    private static byte[] Remainder(byte[] data, byte[] divisor)
    {
        var remainder = new byte[divisor.Length];
        foreach (var codeword in data)
        {
            var factor = (byte)(codeword ^ remainder[0]);
            Array.Copy(remainder, 1, remainder, 0, remainder.Length - 1);
            remainder[^1] = 0;
            for (var i = 0; i < remainder.Length; i++)
            {
                remainder[i] ^= Times(divisor[i], factor);
            }
        }

        return remainder;
    }

    private static byte Times(byte a, byte b)
    {
        var product = 0;
        for (var bit = 7; bit >= 0; bit--)
        {
            product = (product << 1) ^ ((product >> 7) * 0x11D);
            product ^= ((b >> bit) & 1) * a;
        }

        return (byte)product;
    }
}
