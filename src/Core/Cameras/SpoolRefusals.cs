using Dapper;
using Transparency.Core.Agencies;
using Transparency.Core.Database;

namespace Transparency.Core.Cameras;

/// <summary>
/// Detections that were read but could not be kept, because the worker's spool was full. The worker counts them on its own disk and
/// reports the total of the day, so that telling the same count twice changes nothing.
/// </summary>
public static class SpoolRefusals
{
    /// <summary>The value of <c>ingest_refusals.reason</c>.</summary>
    public const string Reason = "spool-full";

    /// <summary>Sets a camera's count for a day; a count never shrinks.</summary>
    public static async Task SetAsync(WriteScope scope, DateOnly day, int camera, long count)
    {
        var row = new { Day = City.Text(day), camera, Reason, count };
        var updated = await scope.Connection.ExecuteAsync(
            """
            update ingest_refusals set value = case when value > @count then value else @count end
            where day = @Day and camera = @camera and reason = @Reason
            """,
            row,
            scope.Transaction);
        if (updated == 0)
        {
            await scope.Connection.ExecuteAsync(
                "insert into ingest_refusals (day, camera, reason, value) values (@Day, @camera, @Reason, @count)", row, scope.Transaction);
        }
    }
}
