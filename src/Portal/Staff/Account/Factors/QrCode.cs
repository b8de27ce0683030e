using System.Text;

namespace Transparency.Portal.Staff.Account.Factors;

/// <summary>
/// A QR code (ISO/IEC 18004) of a short text: byte mode, error correction level M, versions 2 to 9, which hold up to 180 bytes. Enough for
/// what an authenticator reads; nothing more is drawn here.
/// </summary>
internal static class QrCode
{
    /// <summary>The modules, dark where true, by row and column. Without the quiet zone of four modules around it.</summary>
    /// <exception cref="ArgumentException">The text is longer than 180 bytes.</exception>
    public static bool[,] Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var version = QrVersion.All.FirstOrDefault(candidate => candidate.DataCodewords >= bytes.Length + 2)
            ?? throw new ArgumentException("The text is too long for this QR code.", nameof(text));
        var codewords = QrCodewords.Of(bytes, version);
        return Enumerable.Range(0, 8).Select(mask => QrMatrix.Draw(version, codewords, mask)).MinBy(Penalty)!;
    }

    // ISO/IEC 18004 section 7.8.3: long runs, blocks of one colour, patterns that look like a finder, and an uneven share of dark.
    private static int Penalty(bool[,] modules)
    {
        var size = modules.GetLength(0);
        var dark = 0;
        var penalty = 0;
        for (var a = 0; a < size; a++)
        {
            penalty += Runs(size, b => modules[a, b]) + Runs(size, b => modules[b, a]);
            for (var b = 0; b < size; b++)
            {
                dark += modules[a, b] ? 1 : 0;
                penalty += a > 0 && b > 0 && modules[a, b] == modules[a - 1, b] && modules[a, b] == modules[a, b - 1] && modules[a, b] == modules[a - 1, b - 1] ? 3 : 0;
            }
        }

        return penalty + (Math.Abs((dark * 20) - (size * size * 10)) / (size * size) * 10);
    }

    private static int Runs(int size, Func<int, bool> line)
    {
        var (run, penalty, seen) = (0, 0, 0);
        for (var i = 0; i < size; i++)
        {
            run = i > 0 && line(i) == line(i - 1) ? run + 1 : 1;
            penalty += run == 5 ? 3 : run > 5 ? 1 : 0;
            seen = ((seen << 1) | (line(i) ? 1 : 0)) & 0x7FF;
            penalty += i >= 10 && seen is 0b10111010000 or 0b00001011101 ? 40 : 0;
        }

        return penalty;
    }
}
