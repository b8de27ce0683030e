namespace Transparency.Core.Searches;

/// <summary>What a query found: the newest numbers, and how many there are.</summary>
/// <param name="Newest">At most <see cref="DetectionSearch.ResultCap"/> numbers, newest first.</param>
/// <param name="Count">At most <see cref="DetectionSearch.CountCap"/>.</param>
/// <param name="IsCapped">There are more than <paramref name="Count"/>.</param>
internal sealed record FoundDetections(IReadOnlyList<long> Newest, int Count, bool IsCapped)
{
    public static FoundDetections None { get; } = new([], 0, false);

    /// <summary>Takes numbers in descending order until one more than is counted has been met.</summary>
    public sealed class Collector(int enough = DetectionSearch.CountCap + 1)
    {
        private readonly List<long> _newest = [];

        public int Met { get; private set; }

        public bool IsFull => Met >= enough;

        public IReadOnlyList<long> Newest => _newest;

        public void Add(long id)
        {
            Met++;
            if (_newest.Count < DetectionSearch.ResultCap)
            {
                _newest.Add(id);
            }
        }

        public FoundDetections Done() => new(_newest, Math.Min(Met, DetectionSearch.CountCap), Met > DetectionSearch.CountCap);
    }
}
