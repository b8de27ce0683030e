using System.Data.Common;

namespace Transparency.Core.Searches;

/// <summary>
/// Reads the detections of certain plates through the index (plate, number). The plates seen last come first: once enough was found,
/// and no plate left was seen as late as the oldest of it, nothing left can be among the newest.
/// </summary>
internal static class ByPlate
{
    private const int PerQuery = 200;

    public static async Task<FoundDetections> FindAsync(
        DbConnection connection, PlateIndex index, List<int> plates, RowFilter filter, CancellationToken cancellation)
    {
        var byNewest = new PriorityQueue<int, long>(plates.Select(plate => (plate, -index.NewestOf(plate))));
        var found = new NewestOf(DetectionSearch.ResultCap);
        while (byNewest.TryPeek(out _, out var negated) && !(found.Count > DetectionSearch.CountCap && found.IsComplete(-negated)))
        {
            var some = new List<int>(PerQuery);
            while (some.Count < PerQuery && byNewest.TryDequeue(out var plate, out _))
            {
                some.Add(plate);
            }

            await ReadAsync(connection, some, filter, found, cancellation);
        }

        return new(found.Descending(), Math.Min(found.Count, DetectionSearch.CountCap), found.Count > DetectionSearch.CountCap);
    }

    // The covering index holds neither camera nor vehicle, so they are asked for only where they matter. Plate numbers are our own.
    private static async Task ReadAsync(
        DbConnection connection, List<int> plates, RowFilter filter, NewestOf found, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            select id{(filter.IsWindowOnly ? "" : ", camera, vehicle_id")} from detections
            where plate_id in ({string.Join(',', plates)}) and {filter.Condition}
            """;
        filter.AddParameters(command);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            if (filter.IsWindowOnly || filter.Fits(reader.GetInt32(1), reader.GetInt32(2)))
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

        /// <summary>Whether nothing at or below a number could be kept any more.</summary>
        public bool IsComplete(long newestLeft) => _kept.Count == most && newestLeft < _kept.Peek();

        public List<long> Descending() => _kept.UnorderedItems.Select(item => item.Element).OrderDescending().ToList();
    }
}
