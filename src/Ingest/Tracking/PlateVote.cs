namespace Transparency.Ingest.Tracking;

/// <summary>
/// Many uncertain readings of one plate become one: the readings are laid along the one that agrees best with all others, and each
/// position is decided by the sum of the squared confidences of its characters, so that one sure reading outweighs two doubtful ones.
/// </summary>
public sealed class PlateVote
{
    private const int MostReadings = 16;

    private readonly Dictionary<string, VoteReading> _readings = [];
    private VoteResult? _result;

    /// <summary>Readings counted so far.</summary>
    public int Count { get; private set; }

    /// <param name="text">What was read; empty texts are ignored.</param>
    /// <param name="confidence">0 to 1.</param>
    /// <param name="characters">Confidence of each character, or null.</param>
    public void Add(string text, float confidence, IReadOnlyList<float>? characters = null)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (!_readings.TryGetValue(text, out var reading))
        {
            if (_readings.Count == MostReadings)
            {
                _readings.Remove(_readings.MinBy(pair => pair.Value.Weight).Key);
            }

            _readings[text] = reading = new VoteReading(text);
        }

        reading.Add(confidence, characters);
        Count++;
        _result = null;
    }

    /// <summary>The vote so far; an empty text before the first reading.</summary>
    public VoteResult Result => _result ??= Decide();

    private VoteResult Decide()
    {
        if (_readings.Count == 0)
        {
            return new VoteResult("", 0, []);
        }

        var readings = _readings.Values
            .OrderByDescending(reading => reading.Weight)
            .ThenBy(reading => reading.Text, StringComparer.Ordinal)
            .ToList();
        var total = readings.Sum(reading => reading.Weight);
        var pivot = readings.MaxBy(candidate =>
            readings.Sum(other => other.Weight * TextAlignment.Similarity(candidate.Text, other.Text)))!;
        var columns = new VoteColumns(pivot.Text.Length);
        foreach (var reading in readings)
        {
            columns.Add(TextAlignment.Align(pivot.Text, reading.Text), reading);
        }

        var (text, share) = columns.Decide(total);
        var others = readings.Where(reading => reading.Text != text)
            .Select(reading => new VoteCandidate(reading.Text, reading.Weight / total))
            .Where(candidate => candidate.Share >= .01)
            .Take(5);
        return new VoteResult(text, share * Trust(readings, text), [.. others]);
    }

    // Frames that follow each other err alike, so a second reading removes only part of the doubt that the surest one leaves.
    private static double Trust(List<VoteReading> readings, string text)
    {
        var sure = readings
            .Where(reading => TextAlignment.Distance(reading.Text, text) <= 1)
            .SelectMany(reading => reading.Surest)
            .OrderDescending()
            .Take(2)
            .ToList();
        return sure switch
        {
            [] => 0,
            [var only] => only,
            [var best, var second, ..] => 1 - ((1 - best) * Math.Sqrt(1 - second)),
        };
    }
}

/// <summary>What a vote says.</summary>
/// <param name="Text">The plate.</param>
/// <param name="Confidence">0 to 1; a ranking, calibrated only as well as the readings are.</param>
/// <param name="Others">Other readings, best first, each with its share of the vote (0 to 1).</param>
public sealed record VoteResult(string Text, double Confidence, IReadOnlyList<VoteCandidate> Others);

public sealed record VoteCandidate(string Text, double Share);
