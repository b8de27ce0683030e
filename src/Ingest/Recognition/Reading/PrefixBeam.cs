namespace Transparency.Ingest.Recognition.Reading;

/// <summary>
/// Connectionist temporal classification: the likeliest texts for scores on columns, by prefix beam search (Hannun et al., "First-Pass
/// Large Vocabulary Continuous Speech Recognition using Bi-Directional Recurrent DNNs", 2014). Not safe for use by two threads at once.
/// </summary>
internal sealed class PrefixBeam
{
    public const int LongestText = 9;

    private const int BeamWidth = 12;

    /// <summary>A symbol less likely than this on a column is not followed there.</summary>
    private const float LeastProbability = 1e-4f;

    /// <summary>A prefix this much less likely than the best one is given up.</summary>
    private const double LeastShare = 1e-7;

    private readonly float[] column = new float[Symbols.Count];
    private readonly int[] likely = new int[Symbols.Count];
    private Prefix[] beam = new Prefix[BeamWidth * (Symbols.Count + 1)];
    private Prefix[] next = new Prefix[BeamWidth * (Symbols.Count + 1)];

    /// <summary>
    /// <paramref name="scores"/>: [symbol, column], any real numbers. Fills <paramref name="texts"/>, likeliest first, with natural
    /// logarithms of probabilities.
    /// </summary>
    public void Search(ReadOnlySpan<float> scores, int columns, List<(string Text, double Log)> texts)
    {
        beam[0] = new(0, -1, 0, 1, 0);
        var width = 1;
        for (var at = 0; at < columns; at++)
        {
            var count = Extend(width, Probabilities(scores, columns, at));
            width = Prune(count);
        }

        texts.Clear();
        for (var i = 0; i < width; i++)
        {
            texts.Add((Text(beam[i]), Math.Log(beam[i].Total)));
        }
    }

    private static string Text(Prefix prefix)
    {
        Span<char> characters = stackalloc char[prefix.Length];
        var code = prefix.Code;
        for (var i = prefix.Length - 1; i >= 0; i--, code >>= 6)
        {
            characters[i] = Symbols.All[(int)(code & 63)];
        }

        return new(characters);
    }

    /// <summary>Fills <see cref="column"/> with the probabilities on one column. Returns how many symbols of <see cref="likely"/> to follow.</summary>
    private int Probabilities(ReadOnlySpan<float> scores, int columns, int at)
    {
        var most = float.NegativeInfinity;
        for (var symbol = 0; symbol < column.Length; symbol++)
        {
            column[symbol] = scores[(symbol * columns) + at];
            most = MathF.Max(most, column[symbol]);
        }

        var sum = 0f;
        foreach (ref var value in column.AsSpan())
        {
            value = MathF.Exp(value - most);
            sum += value;
        }

        var count = 0;
        for (var symbol = 0; symbol < column.Length; symbol++)
        {
            column[symbol] /= sum;
            if (symbol != Symbols.Blank && column[symbol] >= LeastProbability)
            {
                likely[count++] = symbol;
            }
        }

        return count;
    }

    /// <summary>From <see cref="beam"/> to <see cref="next"/>: every prefix stays or grows by a likely symbol. Returns how many there are.</summary>
    private int Extend(int width, int symbols)
    {
        var blank = column[Symbols.Blank];
        for (var i = 0; i < width; i++)
        {
            ref var prefix = ref beam[i];
            next[i] = prefix with { Ended = prefix.Total * blank, Open = prefix.Last < 0 ? 0 : prefix.Open * column[prefix.Last] };
        }

        var count = width;
        for (var i = 0; i < width; i++)
        {
            ref var prefix = ref beam[i];
            for (var k = 0; k < symbols && prefix.Length < LongestText; k++)
            {
                var symbol = likely[k];
                var open = (symbol == prefix.Last ? prefix.Ended : prefix.Total) * column[symbol];
                if (open <= 0)
                {
                    continue;
                }

                // Only a prefix that was already in the beam can be the same text: two others have different beginnings.
                var longer = new Prefix((prefix.Code << 6) | (uint)symbol, symbol, prefix.Length + 1, 0, open);
                var same = Find(longer, width);
                if (same < 0)
                {
                    next[count++] = longer;
                }
                else
                {
                    next[same].Open += open;
                }
            }
        }

        return count;
    }

    private int Find(in Prefix prefix, int width)
    {
        for (var i = 0; i < width; i++)
        {
            if (next[i].Code == prefix.Code && next[i].Length == prefix.Length)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Keeps the likeliest of <see cref="next"/> as the new <see cref="beam"/>. Returns how many.</summary>
    private int Prune(int count)
    {
        var all = next.AsSpan(0, count);
        all.Sort(static (a, b) => b.Total.CompareTo(a.Total));
        var kept = Math.Min(count, BeamWidth);
        while (kept > 1 && all[kept - 1].Total < all[0].Total * LeastShare)
        {
            kept--;
        }

        (beam, next) = (next, beam);
        return kept;
    }

    /// <summary>A text so far, 6 bits a symbol; the probabilities that its last column was a blank (Ended) or its last symbol (Open).</summary>
    private record struct Prefix(ulong Code, int Last, int Length, double Ended, double Open)
    {
        public readonly double Total => Ended + Open;
    }
}
