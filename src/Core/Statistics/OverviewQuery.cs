using Dapper;
using Transparency.Core.Agencies;
using Transparency.Core.Database;
using Transparency.Core.HotLists;
using Transparency.Core.Sharing;

namespace Transparency.Core.Statistics;

/// <summary>Reads the key figures of the last 30 days.</summary>
public sealed class OverviewQuery(SqlDatabase database)
{
    public const int Days = 30;

    private const long ReportIsFreshMs = 5 * 60 * 1000;

    public async Task<Overview> ReadAsync(City city, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var today = city.DayOf(now);
        var period = Period.EndingWith(today, Days);
        var totals = new DailyTotalStore(database);
        var value = await totals.SumAsync(period, cancellation);
        var before = await totals.SumAsync(period.Before, cancellation);
        var todays = await totals.SumAsync(new Period(today, today), cancellation);
        Figure Of(string measure) => new(value.GetValueOrDefault(measure), before.GetValueOrDefault(measure));

        var nowMs = now.ToUnixTimeMilliseconds();
        await using var connection = await database.OpenAsync(cancellation);
        var cameras = await connection.QuerySingleAsync<CameraCounts>(
            """
            select count(*) as Live, count(distinct c.area_id) as Areas,
                   coalesce(sum(case when r.state = 'reading' and r.at_ms >= @since then 1 else 0 end), 0) as Reading
            from cameras c left join camera_reports r on r.camera = c.number
            where c.status = 'live'
            """,
            new { since = nowMs - ReportIsFreshMs });
        var sharing = await new SharingListQuery(database).ReadAsync(city, today, cancellation);
        return new Overview
        {
            Period = period,
            At = now,
            VehiclesRead = Of(Measures.Reads),
            Hits = Of(Measures.Hits),
            SearchesOwn = Of(Measures.SearchesOwn),
            SearchesOutside = Of(Measures.SearchesOutside),
            SearchesRefused = Of(Measures.SearchesRefused),
            PhotographsViewed = Of(Measures.PhotographsViewed),
            DetectionsPurged = Of(Measures.Purged),
            VehiclesReadToday = todays.GetValueOrDefault(Measures.Reads),
            CamerasLive = cameras.Live,
            CamerasReading = cameras.Reading,
            Areas = cameras.Areas,
            AgenciesWithAccess = sharing.CanSearchUs.Count,
            AlertsOpen = await connection.ExecuteScalarAsync<int>("select count(*) from alerts where closed_ms is null"),
            HotLists = await new HotListStore(database).SummariesAsync(nowMs, cancellation),
        };
    }

    private sealed record CameraCounts
    {
        public required int Live { get; init; }

        public required int Areas { get; init; }

        public required int Reading { get; init; }
    }
}
