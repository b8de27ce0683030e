using System.Data.Common;

namespace Transparency.Core.Searches;

/// <summary>Reads rows of <c>detections</c> and hands on the numbers of those that fit.</summary>
internal static class RowReader
{
    /// <summary>The beginning of the query. What is not looked at is not asked for: every column costs a call for every row.</summary>
    public static string Columns(RowFilter filter, WantedPlates wanted) =>
        $"select id{(wanted.Numbers is null ? "" : ", plate_id")}{(filter.IsRowChecked ? ", camera, vehicle_id" : "")} from detections";

    public static async Task ReadAsync(
        DbCommand command, RowFilter filter, PlateSet? plates, Action<long> found, Func<bool> isEnough, CancellationToken cancellation)
    {
        var (isChecked, camera) = (filter.IsRowChecked, plates is null ? 1 : 2);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (!isEnough() && await reader.ReadAsync(cancellation))
        {
            if (plates?.Contains(reader.GetInt64(1)) != false && (!isChecked || filter.Fits(reader.GetInt32(camera), reader.GetInt32(camera + 1))))
            {
                found(reader.GetInt64(0));
            }
        }

        // SQL Server would otherwise send the rest of the rows before the reader closes.
        command.Cancel();
    }
}
