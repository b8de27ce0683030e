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

    public static Task AddAsync(WriteScope scope, DetectionId first, DetectionId last, DateTimeOffset now) => scope.Connection.ExecuteAsync(
        "insert into deliveries (first_id, last_id, at_ms) values (@First, @Last, @NowMs)",
        new { First = first.Value, Last = last.Value, NowMs = now.ToUnixTimeMilliseconds() },
        scope.Transaction);

    public static Task ForgetAsync(WriteScope scope, DateTimeOffset now) => scope.Connection.ExecuteAsync(
        "delete from deliveries where at_ms < @BeforeMs",
        new { BeforeMs = (now - Remembered).ToUnixTimeMilliseconds() },
        scope.Transaction);
}
