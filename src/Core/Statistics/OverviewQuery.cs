using Dapper;
using Transparency.Core.Agencies;
using Transparency.Core.Cameras;
using Transparency.Core.Database;
using Transparency.Core.HotLists;
using Transparency.Core.Sharing;

namespace Transparency.Core.Statistics;

/// <summary>Reads the key figures of the last 30 days.</summary>
public sealed class OverviewQuery(SqlDatabase database)
{
    public const int Days = 30;

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
        var live = (await connection.QueryAsync<(int Number, string Area)>("select number, area_id from cameras where status = 'live'")).AsList();
        var offline = await new CameraOutageStore(database).OfflineCamerasAsync(now, now.AddMilliseconds(1), now, cancellation);
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
            CamerasLive = live.Count,
            CamerasReading = live.Count(camera => !offline.Contains(camera.Number)),
            Areas = live.Select(camera => camera.Area).Distinct().Count(),
            AgenciesWithAccess = sharing.CanSearchUs.Count,
            AlertsOpen = await connection.ExecuteScalarAsync<int>("select count(*) from alerts where closed_ms is null"),
            HotLists = await new HotListStore(database).SummariesAsync(nowMs, cancellation),
        };
    }
}
