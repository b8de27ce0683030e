using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Alerts;

/// <summary>Each officer's watch. Who has set none watches for everything.</summary>
public sealed class AlertWatchStore(SqlDatabase database)
{
    public async Task<AlertWatch> OfAsync(string userId, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<Row?>(
            """
            select areas as Areas, least_priority as LeastPriority, from_minute as FromMinute, to_minute as ToMinute, sound as Sound
            from alert_watches where user_id = @userId
            """,
            new { userId });
        return row is null ? AlertWatch.Everything : new AlertWatch
        {
            Areas = row.Areas.Split(',', StringSplitOptions.RemoveEmptyEntries),
            LeastPriority = row.LeastPriority,
            FromMinute = row.FromMinute,
            ToMinute = row.ToMinute,
            Sound = row.Sound == 1,
        };
    }

    public Task SaveAsync(string userId, AlertWatch watch, CancellationToken cancellation = default) => database.WriteAsync(
        async scope =>
        {
            await scope.Connection.ExecuteAsync("delete from alert_watches where user_id = @userId", new { userId }, scope.Transaction);
            await scope.Connection.ExecuteAsync(
                """
                insert into alert_watches (user_id, areas, least_priority, from_minute, to_minute, sound)
                values (@userId, @Areas, @LeastPriority, @FromMinute, @ToMinute, @Sound)
                """,
                new
                {
                    userId,
                    Areas = string.Join(',', watch.Areas),
                    LeastPriority = Math.Clamp(watch.LeastPriority, AlertPriority.Gravest, AlertPriority.Least),
                    FromMinute = Math.Clamp(watch.FromMinute, 0, 1439),
                    ToMinute = Math.Clamp(watch.ToMinute, 0, 1439),
                    Sound = watch.Sound ? 1 : 0,
                },
                scope.Transaction);
        },
        cancellation);

    private sealed record Row
    {
        public required string Areas { get; init; }

        public required int LeastPriority { get; init; }

        public required int FromMinute { get; init; }

        public required int ToMinute { get; init; }

        public required int Sound { get; init; }
    }
}
