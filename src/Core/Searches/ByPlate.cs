using System.Data.Common;

namespace Transparency.Core.Searches;

/// <summary>
/// Reads the detections of certain plates through the index (plate, number). The plates seen last come first: once enough was found,
/// and no plate left was seen as late as the oldest of it, nothing left can be among the newest.
/// </summary>
internal static class ByPlate
{
    private const int PerQuery = 250;

    /// <param name="connection">Open.</param>
    /// <param name="wanted">Certain plates.</param>
    /// <param name="filter">What else is asked.</param>
    /// <param name="endsNow">The window does not end before the newest detection.</param>
    /// <param name="cancellation">Ends the search.</param>
    public static async Task<FoundDetections> FindAsync(
        DbConnection connection, WantedPlates wanted, RowFilter filter, bool endsNow, CancellationToken cancellation)
    {
        var index = wanted.Index!;
        var byNewest = new PriorityQueue<int, long>(wanted.Numbers!.Select(plate => (plate, -index.NewestOf(plate))));
        var found = new NewestOf(DetectionSearch.ResultCap);
        var some = new List<int>(PerQuery);
        while (byNewest.TryPeek(out _, out var negated) && !(found.Count >= wanted.Enough && found.IsComplete(-negated)))
        {
            some.Clear();
            while (some.Count < PerQuery && byNewest.TryDequeue(out var plate, out _))
            {
                some.Add(plate);
            }

            await ReadAsync(connection, some, wanted.IsCountKnown && endsNow ? Above(filter, found) : filter, found, cancellation);
        }

        return wanted.Found(found.Descending(), found.Count);
    }

    // Where nothing is counted any more, only what is newer than the oldest kept matters.
    private static RowFilter Above(RowFilter filter, NewestOf found) =>
        filter with { Window = filter.Window with { First = Math.Max(filter.Window.First, found.Oldest) } };

    // The covering index holds neither camera nor vehicle, so they are asked for only where they matter. Plate numbers are our own.
    private static async Task ReadAsync(
        DbConnection connection, List<int> plates, RowFilter filter, NewestOf found, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        var isChecked = filter.IsRowChecked;
        command.CommandText =
            $"""
            select id{(isChecked ? ", camera, vehicle_id" : "")} from detections
            where plate_id in ({string.Join(',', plates)}) and {filter.Condition}
            """;
        filter.AddParameters(command);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            if (!isChecked || filter.Fits(reader.GetInt32(1), reader.GetInt32(2)))
            {
                found.Add(reader.GetInt64(0));
            }
        }
    }

    /// <summary>Keeps the greatest of the numbers it is given, in any order, and counts them all.</summary>
    private sealed class NewestOf(int most)
    {
        private readonly PriorityQueue<long, long> _kept = new();

        public int Count { get; private set; }

        /// <summary>Nothing at or below it can be kept any more.</summary>
        public long Oldest => _kept.Count == most ? _kept.Peek() : 0;

        public void Add(long id)
        {
            Count++;
            if (_kept.Count < most)
            {
                _kept.Enqueue(id, id);
            }
            else if (id > _kept.Peek())
            {
                _kept.EnqueueDequeue(id, id);
            }
        }

        public bool IsComplete(long newestLeft) => newestLeft < Oldest;

        public List<long> Descending() => _kept.UnorderedItems.Select(item => item.Element).OrderDescending().ToList();
    }
}
