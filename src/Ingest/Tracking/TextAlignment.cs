namespace Transparency.Ingest.Tracking;

/// <summary>Compares short texts character by character (Levenshtein: insert, delete and replace cost one each).</summary>
internal static class TextAlignment
{
    /// <summary>The fewest edits that turn one text into the other.</summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<int> row = b.Length < 64 ? stackalloc int[b.Length + 1] : new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, left) = (row[0], i);
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                left = Math.Min(Math.Min(row[j], left) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], left);
            }
        }

        return row[b.Length];
    }

    /// <summary>1 for equal texts, 0 for texts with nothing in common.</summary>
    public static double Similarity(string a, string b)
    {
        var longest = Math.Max(a.Length, b.Length);
        return longest == 0 ? 1 : 1 - ((double)Distance(a, b) / longest);
    }

    /// <summary>
    /// Where each character of <paramref name="text"/> falls when it is laid along <paramref name="pivot"/> with the fewest edits.
    /// </summary>
    /// <returns>One place for each character of the text, ascending.</returns>
    public static AlignedPlace[] Align(string pivot, string text)
    {
        var table = Table(pivot, text);
        var places = new AlignedPlace[text.Length];
        var (i, j) = (pivot.Length, text.Length);
        while (j > 0)
        {
            if (i > 0 && table[i, j] == table[i - 1, j - 1] + (pivot[i - 1] == text[j - 1] ? 0 : 1))
            {
                places[--j] = new(--i, IsInsertion: false);
            }
            else if (i > 0 && table[i, j] == table[i - 1, j] + 1)
            {
                i--;
            }
            else
            {
                places[--j] = new(i, IsInsertion: true);
            }
        }

        return places;
    }

    private static int[,] Table(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                table[i, j] = (i, j) switch
                {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => Math.Min(
                        Math.Min(table[i - 1, j], table[i, j - 1]) + 1,
                        table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)),
                };
            }
        }

        return table;
    }
}

/// <summary>A character stands on a column of the pivot, or is inserted before it.</summary>
internal readonly record struct AlignedPlace(int Column, bool IsInsertion);
