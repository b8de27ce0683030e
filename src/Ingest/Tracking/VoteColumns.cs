using System.Text;

namespace Transparency.Ingest.Tracking;

/// <summary>Sums of weights: one column for each character of the pivot, and what was inserted before each.</summary>
internal sealed class VoteColumns(int length)
{
    private const char Nothing = '\0';

    private readonly Dictionary<char, double>[] _columns = [.. Enumerable.Range(0, length).Select(_ => new Dictionary<char, double>())];
    private readonly Dictionary<char, double>[] _insertions =
        [.. Enumerable.Range(0, length + 1).Select(_ => new Dictionary<char, double>())];

    public void Add(AlignedPlace[] places, VoteReading reading)
    {
        var covered = new bool[length];
        for (var i = 0; i < places.Length; i++)
        {
            var votes = places[i].IsInsertion ? _insertions[places[i].Column] : _columns[places[i].Column];
            votes[reading.Text[i]] = votes.GetValueOrDefault(reading.Text[i]) + reading.WeightAt(i);
            if (!places[i].IsInsertion)
            {
                covered[places[i].Column] = true;
            }
        }

        for (var column = 0; column < length; column++)
        {
            if (!covered[column])
            {
                _columns[column][Nothing] = _columns[column].GetValueOrDefault(Nothing) + reading.Weight;
            }
        }
    }

    /// <summary>The text, and the product of each position's share of its votes.</summary>
    public (string Text, double Share) Decide(double total)
    {
        var text = new StringBuilder();
        var share = 1.0;
        for (var column = 0; column <= length; column++)
        {
            if (_insertions[column].Count > 0 && Winner(_insertions[column]) is var (inserted, weight) && weight > total / 2)
            {
                text.Append(inserted);
                share *= Math.Min(1, weight / total);
            }

            if (column < length)
            {
                var (winner, votes) = Winner(_columns[column]);
                share *= votes / _columns[column].Values.Sum();
                text.Append(winner == Nothing ? "" : winner.ToString());
            }
        }

        return (text.ToString(), share);
    }

    private static (char Character, double Weight) Winner(Dictionary<char, double> votes)
    {
        var best = votes.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).First();
        return (best.Key, best.Value);
    }
}

/// <summary>All readings of the same text, as one.</summary>
internal sealed class VoteReading(string text)
{
    private readonly double[] _characters = new double[text.Length];

    public string Text { get; } = text;

    public double Weight { get; private set; }

    /// <summary>The two highest confidences with which this text was read.</summary>
    public List<double> Surest { get; } = [];

    public double WeightAt(int position) => _characters[position];

    public void Add(float confidence, IReadOnlyList<float>? characters)
    {
        var weight = Math.Max(1e-4, (double)confidence * confidence);
        Weight += weight;
        Surest.Add(confidence);
        Surest.Sort((a, b) => b.CompareTo(a));
        Surest.RemoveRange(Math.Min(2, Surest.Count), Math.Max(0, Surest.Count - 2));
        for (var i = 0; i < _characters.Length; i++)
        {
            _characters[i] += characters is not null && i < characters.Count ? weight * characters[i] : weight;
        }
    }
}
