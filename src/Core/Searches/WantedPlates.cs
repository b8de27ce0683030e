namespace Transparency.Core.Searches;

/// <summary>The plates a search wants.</summary>
/// <param name="Index">Where they were found; null when every plate is wanted.</param>
/// <param name="Numbers">Their numbers; null when every plate is wanted.</param>
/// <param name="IsCountKnown">It is known without counting that they have more detections than are counted.</param>
internal sealed record WantedPlates(PlateIndex? Index, List<int>? Numbers, bool IsCountKnown)
{
    /// <summary>As bits; null when every plate is wanted.</summary>
    public PlateSet? Set() => Numbers is null ? null : new PlateSet(Numbers, Index!.End);

    /// <summary>How many matches are to be met before reading may stop: one more than is counted, or only those that are recorded.</summary>
    public int Enough => IsCountKnown ? DetectionSearch.ResultCap : DetectionSearch.CountCap + 1;

    /// <param name="newest">The newest matches, in descending order.</param>
    /// <param name="met">How many were met before reading stopped.</param>
    public FoundDetections Found(IReadOnlyList<long> newest, int met) => IsCountKnown || met > DetectionSearch.CountCap
        ? new(newest, DetectionSearch.CountCap, true)
        : new(newest, met, false);
}
