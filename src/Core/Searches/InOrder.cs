using System.Data.Common;

namespace Transparency.Core.Searches;

/// <summary>Reads detections newest first and stops when one more than is counted has been met.</summary>
internal static class InOrder
{
    private const string Columns = "select id, plate_id, camera, vehicle_id from detections";

    public static Task<FoundDetections> FindAsync(
        DbConnection connection, RowFilter filter, PlateSet? plates, CancellationToken cancellation) =>
        ReadAsync(connection, $"{Columns} where {filter.Condition} order by id desc", filter, [], plates, cancellation);

    // One branch a camera, each read from the covering index in order and merged, instead of "camera in (...)", which sorts.
    public static Task<FoundDetections> FindByCameraAsync(
        DbConnection connection, RowFilter filter, IReadOnlyList<int> cameras, PlateSet? plates, CancellationToken cancellation)
    {
        var branches = cameras.Select((_, i) => $"{Columns} where camera = @c{i} and {filter.Condition}");
        return ReadAsync(
            connection, $"{string.Join("\nunion all\n", branches)}\norder by id desc", filter with { Cameras = null }, cameras, plates, cancellation);
    }

    private static async Task<FoundDetections> ReadAsync(
        DbConnection connection,
        string sql,
        RowFilter filter,
        IReadOnlyList<int> branches,
        PlateSet? plates,
        CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        filter.AddParameters(command);
        for (var i = 0; i < branches.Count; i++)
        {
            RowFilter.Add(command, $"@c{i}", branches[i]);
        }

        var found = new FoundDetections.Collector();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (!found.IsFull && await reader.ReadAsync(cancellation))
        {
            if (plates?.Contains(reader.GetInt64(1)) != false && filter.Fits(reader.GetInt32(2), reader.GetInt32(3)))
            {
                found.Add(reader.GetInt64(0));
            }
        }

        // SQL Server would otherwise send the rest of the rows before the reader closes.
        command.Cancel();
        return found.Done();
    }
}
