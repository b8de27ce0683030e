using System.Collections.Frozen;

namespace Transparency.Ingest.Recognition.Reading;

/// <summary>
/// The serial formats of United States plates as a soft prior: a text that fits one becomes likelier, none becomes impossible.
/// Formats: L a letter, D a digit; gathered from the states' published series, current and recent.
/// </summary>
internal static class PlateFormats
{
    /// <summary>Natural logarithm of how much likelier a plate is to fit a format than the reader alone would say.</summary>
    private const double FitBonus = 2.0;

    private static readonly double[] LengthBonus = [-9, -6, -3, -1.5, -.8, -.3, 0, 0, -1.5, -5];

    private static readonly FrozenSet<string> Shapes = (
        "DLLLDDD DDDDDLD DLDDDDD LLLDDD DDDLLL LLDLDDD LLLDDDD LDDLLL LDDDLL LLLLDD DDDDDLL LLLLDDD DLLDDDD LDDDDDD LLDDDDD DDDDDDD "
        + "LLDDLL DLLLDD LLDDDL LDDDDDL DDDLLD DDDDLL DLLDDD DDLLDD LDDDDD LDDDDL LDDDLLL LLLDDL DDDL DDLDDDD LLDLDL DDLDDLD DLDDDLD DDDDLDD "
        + "LLDDDD DDLDDD LDDDLLL DDDLLLL DLDDDD LDLDDD DDDDDD DDDDD DLLDDDD DDDDDDL DDDDDDL DLLLDDD LLDDD LDDLDD LDDDDLL LLLLDDD LDDDLL")
        .Split(' ').ToFrozenSet();

    /// <summary>What the prior adds to the log probability of <paramref name="text"/> (0 may stand for the letter O).</summary>
    public static double Log(string text) =>
        (text.Length < LengthBonus.Length ? LengthBonus[text.Length] : LengthBonus[^1]) + (Fits(text) ? FitBonus : 0);

    /// <summary>True when the text has the shape of a known series, reading any 0 as the letter O where that fits.</summary>
    public static bool Fits(string text) => Shaped(text) is not null;

    /// <summary>The shape the text fits, or null; all digits first, then each single 0 as a letter.</summary>
    public static string? Shaped(string text)
    {
        var plain = string.Create(text.Length, text, (shape, source) =>
        {
            for (var i = 0; i < shape.Length; i++)
            {
                shape[i] = char.IsAsciiDigit(source[i]) ? 'D' : 'L';
            }
        });
        if (Shapes.Contains(plain))
        {
            return plain;
        }

        for (var i = text.IndexOf('0', StringComparison.Ordinal); i >= 0; i = text.IndexOf('0', i + 1))
        {
            var shape = plain[..i] + 'L' + plain[(i + 1)..];
            if (Shapes.Contains(shape))
            {
                return shape;
            }
        }

        return null;
    }
}
