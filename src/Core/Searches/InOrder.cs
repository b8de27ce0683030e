using System.Data.Common;

namespace Transparency.Core.Searches;

/// <summary>Reads detections newest first and stops when enough have been met.</summary>
internal static class InOrder
{
    public static Task<FoundDetections> FindAsync(
        DbConnection connection, RowFilter filter, WantedPlates wanted, CancellationToken cancellation) =>
        ReadAsync(connection, $"{Columns(filter, wanted)} where {filter.Condition} order by id desc", filter, [], wanted, cancellation);

    // One branch a camera, each read from the covering index in order and merged, instead of "camera in (...)", which sorts.
    public static Task<FoundDetections> FindByCameraAsync(
        DbConnection connection, RowFilter filter, IReadOnlyList<int> cameras, WantedPlates wanted, CancellationToken cancellation)
    {
        filter = filter with { Cameras = null };
        var branches = cameras.Select((_, i) => $"{Columns(filter, wanted)} where camera = @c{i} and {filter.Condition}");
        return ReadAsync(connection, $"{string.Join("\nunion all\n", branches)}\norder by id desc", filter, cameras, wanted, cancellation);
    }

    // What is not looked at is not asked for: every column costs a call for every row.
    private static string Columns(RowFilter filter, WantedPlates wanted) =>
        $"select id{(wanted.Numbers is null ? "" : ", plate_id")}{(filter.IsRowChecked ? ", camera, vehicle_id" : "")} from detections";

    private static async Task<FoundDetections> ReadAsync(
        DbConnection connection,
        string sql,
        RowFilter filter,
        IReadOnlyList<int> branches,
        WantedPlates wanted,
        CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        filter.AddParameters(command);
        for (var i = 0; i < branches.Count; i++)
        {
            RowFilter.Add(command, $"@c{i}", branches[i]);
        }

        var found = new FoundDetections.Collector(wanted.Enough);
        var plates = wanted.Set();
        var (isChecked, camera) = (filter.IsRowChecked, plates is null ? 1 : 2);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (!found.IsFull && await reader.ReadAsync(cancellation))
        {
            if (plates?.Contains(reader.GetInt64(1)) != false && (!isChecked || filter.Fits(reader.GetInt32(camera), reader.GetInt32(camera + 1))))
            {
                found.Add(reader.GetInt64(0));
            }
        }

        // SQL Server would otherwise send the rest of the rows before the reader closes.
        command.Cancel();
        return wanted.Found(found.Newest, found.Met);
    }
}
