using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Detections;

/// <summary>
/// Which ranges of numbers have received rows, in the order they were committed. Numbers are made when a vehicle passes and may arrive
/// much later, so new rows cannot be found by number alone.
/// </summary>
internal static class Deliveries
{
    /// <summary>How long a delivery is remembered. A reader that has been away longer starts again from the tables themselves.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    // A batch that holds reads of an hour ago and of now is told as two ranges: the hour between is not read again.
    private static readonly TimeSpan LongestGap = TimeSpan.FromMinutes(1);

    /// <param name="scope">The transaction that stores the rows.</param>
    /// <param name="ids">Their numbers, ascending.</param>
    /// <param name="now">When they are stored.</param>
    public static async Task AddAsync(WriteScope scope, IReadOnlyList<DetectionId> ids, DateTimeOffset now)
    {
        for (var start = 0; start < ids.Count;)
        {
            var end = start;
            while (end + 1 < ids.Count && ids[end + 1].CapturedAt - ids[end].CapturedAt <= LongestGap)
            {
                end++;
            }

            await scope.Connection.ExecuteAsync(
                "insert into deliveries (first_id, last_id, at_ms) values (@First, @Last, @NowMs)",
                new { First = ids[start].Value, Last = ids[end].Value, NowMs = now.ToUnixTimeMilliseconds() },
                scope.Transaction);
            start = end + 1;
        }
    }

    /// <summary>The newest is always kept: a reader that missed some must be able to tell.</summary>
    public static Task ForgetAsync(WriteScope scope, DateTimeOffset now) => scope.Connection.ExecuteAsync(
        "delete from deliveries where at_ms < @BeforeMs and seq < (select max(seq) from deliveries)",
        new { BeforeMs = (now - Remembered).ToUnixTimeMilliseconds() },
        scope.Transaction);
}
