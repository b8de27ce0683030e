namespace Transparency.Portal.Staff.Account.Factors;

/// <summary>Places patterns and codewords in the square (ISO/IEC 18004, sections 6.3 and 7.7 to 7.10).</summary>
internal sealed class QrMatrix
{
    private readonly int _size;
    private readonly bool[,] _dark;
    private readonly bool[,] _fixed;

    private QrMatrix(QrVersion version)
    {
        _size = version.Size;
        _dark = new bool[_size, _size];
        _fixed = new bool[_size, _size];
    }

    public static bool[,] Draw(QrVersion version, byte[] codewords, int mask)
    {
        var matrix = new QrMatrix(version);
        matrix.Patterns(version);
        matrix.Format(mask);
        matrix.Version(version.Number);
        matrix.Codewords(codewords, mask);
        return matrix._dark;
    }

    private void Set(int row, int column, bool dark)
    {
        _dark[row, column] = dark;
        _fixed[row, column] = true;
    }

    private void Patterns(QrVersion version)
    {
        for (var i = 0; i < _size; i++)
        {
            Set(6, i, i % 2 == 0);
            Set(i, 6, i % 2 == 0);
        }

        foreach (var (row, column) in new[] { (3, 3), (3, _size - 4), (_size - 4, 3) })
        {
            Rings(row, column, 4, ring => ring is not 2 and not 4);
        }

        var last = version.Alignment[^1];
        foreach (var row in version.Alignment)
        {
            foreach (var column in version.Alignment)
            {
                // Three corners belong to the finders.
                if (!((row == 6 && column is 6) || (row == 6 && column == last) || (row == last && column == 6)))
                {
                    Rings(row, column, 2, ring => ring != 1);
                }
            }
        }
    }

    private void Rings(int row, int column, int radius, Func<int, bool> dark)
    {
        for (var y = -radius; y <= radius; y++)
        {
            for (var x = -radius; x <= radius; x++)
            {
                if (row + y >= 0 && row + y < _size && column + x >= 0 && column + x < _size)
                {
                    Set(row + y, column + x, dark(Math.Max(Math.Abs(x), Math.Abs(y))));
                }
            }
        }
    }

    // Level M (00) and the mask, with their BCH code, twice.
    private void Format(int mask)
    {
        var remainder = mask;
        for (var i = 0; i < 10; i++)
        {
            remainder = (remainder << 1) ^ ((remainder >> 9) * 0x537);
        }

        var bits = ((mask << 10) | remainder) ^ 0x5412;
        for (var i = 0; i < 15; i++)
        {
            var dark = ((bits >> i) & 1) == 1;
            Set(i < 6 ? i : i < 8 ? i + 1 : _size - 15 + i, 8, dark);
            Set(8, i < 8 ? _size - 1 - i : i == 8 ? 7 : 14 - i, dark);
        }

        Set(_size - 8, 8, true);
    }

    // From version 7 on the number stands in the square, with its BCH code, twice.
    private void Version(int number)
    {
        if (number < 7)
        {
            return;
        }

        var remainder = number;
        for (var i = 0; i < 12; i++)
        {
            remainder = (remainder << 1) ^ ((remainder >> 11) * 0x1F25);
        }

        var bits = (number << 12) | remainder;
        for (var i = 0; i < 18; i++)
        {
            var dark = ((bits >> i) & 1) == 1;
            Set(i / 3, _size - 11 + (i % 3), dark);
            Set(_size - 11 + (i % 3), i / 3, dark);
        }
    }

    // In pairs of columns from the right, up and down in turn, leaving the vertical timing pattern out.
    private void Codewords(byte[] codewords, int mask)
    {
        var bit = 0;
        for (var right = _size - 1; right >= 1; right -= 2)
        {
            right -= right == 6 ? 1 : 0;
            for (var step = 0; step < _size; step++)
            {
                for (var column = right; column > right - 2; column--)
                {
                    var row = ((right + 1) & 2) == 0 ? _size - 1 - step : step;
                    if (!_fixed[row, column])
                    {
                        var dark = bit < codewords.Length * 8 && ((codewords[bit >> 3] >> (7 - (bit & 7))) & 1) == 1;
                        _dark[row, column] = dark ^ Masked(mask, row, column);
                        bit++;
                    }
                }
            }
        }
    }

    private static bool Masked(int mask, int row, int column) => mask switch
    {
        0 => (row + column) % 2 == 0,
        1 => row % 2 == 0,
        2 => column % 3 == 0,
        3 => (row + column) % 3 == 0,
        4 => ((row / 2) + (column / 3)) % 2 == 0,
        5 => (row * column % 2) + (row * column % 3) == 0,
        6 => ((row * column % 2) + (row * column % 3)) % 2 == 0,
        _ => (((row + column) % 2) + (row * column % 3)) % 2 == 0,
    };
}
