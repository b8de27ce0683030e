using System.Data.Common;

namespace Transparency.Core.Searches;

/// <summary>Reads detections newest first and stops when enough have been met.</summary>
internal static class InOrder
{
    public static async Task<FoundDetections> FindAsync(
        DbConnection connection, RowFilter filter, WantedPlates wanted, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"{RowReader.Columns(filter, wanted)} where {filter.Condition} order by id desc";
        filter.AddParameters(command);
        var found = new FoundDetections.Collector(wanted.Enough);
        await RowReader.ReadAsync(command, filter, wanted.Set(), found.Add, () => found.IsFull, cancellation);
        return wanted.Found(found.Newest, found.Met);
    }
}
