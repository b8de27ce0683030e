using System.Runtime.CompilerServices;

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
    private const double LeastProbability = 1e-4;

    private static readonly double None = double.NegativeInfinity;

    private readonly double[] logs = new double[Symbols.Count];
    private List<Prefix> beam = [];
    private List<Prefix> next = [];

    /// <summary>
    /// <paramref name="scores"/>: [symbol, column], any real numbers. Fills <paramref name="texts"/>, likeliest first, with natural
    /// logarithms of probabilities.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Search(ReadOnlySpan<float> scores, int columns, List<(string Text, double Log)> texts)
    {
        beam.Clear();
        beam.Add(new(0, -1, 0, 0, None));
        for (var column = 0; column < columns; column++)
        {
            Normalise(scores, columns, column);
            next.Clear();
            foreach (var prefix in beam)
            {
                Extend(prefix);
            }

            Prune();

            (beam, next) = (next, beam);
        }

        texts.Clear();
        foreach (var prefix in beam)
        {
            texts.Add((Text(prefix), prefix.Total));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Add(double a, double b)
    {
        var (high, low) = a > b ? (a, b) : (b, a);
        return low == None ? high : high + Math.Log(1 + Math.Exp(low - high));
    }

    private void Prune()
    {
        for (var i = 0; i < next.Count; i++)
        {
            next[i] = next[i] with { Total = Add(next[i].Ended, next[i].Open) };
        }

        next.Sort(static (a, b) => b.Total.CompareTo(a.Total));
        if (next.Count > BeamWidth)
        {
            next.RemoveRange(BeamWidth, next.Count - BeamWidth);
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Normalise(ReadOnlySpan<float> scores, int columns, int column)
    {
        var most = float.NegativeInfinity;
        for (var c = 0; c < logs.Length; c++)
        {
            most = MathF.Max(most, scores[(c * columns) + column]);
        }

        var sum = 0d;
        for (var c = 0; c < logs.Length; c++)
        {
            logs[c] = scores[(c * columns) + column] - most;
            sum += Math.Exp(logs[c]);
        }

        var log = Math.Log(sum);
        for (var c = 0; c < logs.Length; c++)
        {
            logs[c] -= log;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Extend(Prefix prefix)
    {
        Merge(prefix with { Ended = prefix.Total + logs[Symbols.Blank], Open = None });
        var least = Math.Log(LeastProbability);
        for (var symbol = 0; symbol < Symbols.Blank; symbol++)
        {
            var log = logs[symbol];
            if (log < least && symbol != prefix.Last)
            {
                continue;
            }

            if (symbol == prefix.Last)
            {
                Merge(prefix with { Ended = None, Open = prefix.Open + log });
            }

            var before = symbol == prefix.Last ? prefix.Ended : prefix.Total;
            if (prefix.Length < LongestText && log >= least && before != None)
            {
                Merge(new((prefix.Code << 6) | (uint)symbol, symbol, prefix.Length + 1, None, before + log));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Merge(Prefix prefix)
    {
        for (var i = 0; i < next.Count; i++)
        {
            if (next[i].Code == prefix.Code && next[i].Length == prefix.Length)
            {
                next[i] = next[i] with { Ended = Add(next[i].Ended, prefix.Ended), Open = Add(next[i].Open, prefix.Open) };
                return;
            }
        }

        next.Add(prefix);
    }

    /// <summary>A text so far, 6 bits a symbol; log probabilities that its last column was a blank (Ended),
    /// its last symbol (Open), or either (Total, known after a column is done).</summary>
    private readonly record struct Prefix(ulong Code, int Last, int Length, double Ended, double Open, double Total = 0);
}
