using System.Data.Common;
using Transparency.Core.Database;
using Transparency.Core.Detections;

namespace Transparency.Core.Searches;

/// <summary>Finds the detections a query asks for, newest first.</summary>
public sealed class DetectionSearch(SqlDatabase database)
{
    /// <summary>Detections recorded with a search; what is shown never goes beyond.</summary>
    public const int ResultCap = 1000;

    /// <summary>Matches are counted up to here.</summary>
    public const int CountCap = 10_000;

    /// <param name="pattern">Null for every plate.</param>
    /// <param name="from">Included.</param>
    /// <param name="to">Not included.</param>
    /// <param name="cameras">Camera numbers; null for every camera.</param>
    /// <param name="cancellation">Ends the search.</param>
    internal async Task<FoundDetections> FindAsync(
        PlatePattern? pattern, DateTimeOffset from, DateTimeOffset to, IReadOnlyList<int>? cameras, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            select d.id, d.camera, p.text from detections d join plates p on p.plate_id = d.plate_id
            where d.id >= @From and d.id < @To order by d.id desc
            """;
        Add(command, "@From", DetectionId.Floor(from).Value);
        Add(command, "@To", DetectionId.Floor(to).Value);
        var found = new FoundDetections.Collector();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (!found.IsFull && await reader.ReadAsync(cancellation))
        {
            if ((cameras is null || cameras.Contains(reader.GetInt32(1))) && (pattern is null || pattern.Matches(reader.GetString(2))))
            {
                found.Add(reader.GetInt64(0));
            }
        }

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
