using System.Data.Common;

namespace Transparency.Core.Searches;

/// <summary>Reads detections newest first and stops when one more than is counted has been met.</summary>
internal static class InOrder
{
    private const string Everywhere = "select id, plate_id, camera from detections where id >= @First and id < @End order by id desc";

    public static Task<FoundDetections> FindAsync(
        DbConnection connection, IdWindow window, IReadOnlyList<int>? cameras, PlateSet? plates, CancellationToken cancellation) =>
        ReadAsync(connection, Everywhere, window, [], cameras?.ToHashSet(), plates, cancellation);

    // One branch a camera, each read from the covering index in order and merged, instead of "camera in (...)", which sorts.
    public static Task<FoundDetections> FindByCameraAsync(
        DbConnection connection, IdWindow window, IReadOnlyList<int> cameras, PlateSet? plates, CancellationToken cancellation)
    {
        var branches = cameras.Select(
            (_, i) => $"select id, plate_id, camera from detections where camera = @c{i} and id >= @First and id < @End");
        var sql = $"{string.Join("\nunion all\n", branches)}\norder by id desc";
        return ReadAsync(connection, sql, window, cameras, null, plates, cancellation);
    }

    private static async Task<FoundDetections> ReadAsync(
        DbConnection connection,
        string sql,
        IdWindow window,
        IReadOnlyList<int> branches,
        HashSet<int>? cameras,
        PlateSet? plates,
        CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Add(command, "@First", window.First);
        Add(command, "@End", window.End);
        for (var i = 0; i < branches.Count; i++)
        {
            Add(command, $"@c{i}", branches[i]);
        }

        var found = new FoundDetections.Collector();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (!found.IsFull && await reader.ReadAsync(cancellation))
        {
            if (plates?.Contains(reader.GetInt64(1)) != false && cameras?.Contains(reader.GetInt32(2)) != false)
            {
                found.Add(reader.GetInt64(0));
            }
        }

        // SQL Server would otherwise send the rest of the rows before the reader closes.
        command.Cancel();
        return found.Done();
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
