using Dapper;
using Transparency.Core.AuditTrail;
using Transparency.Core.Detections;
using Transparency.Core.Statistics;
using Transparency.Core.Tests.AuditTrail;
using Transparency.Core.Tests.Database;

namespace Transparency.Core.Tests.Statistics;

public sealed class RecordDailyTotalsTests
{
    private static readonly DateOnly Friday = new(2026, 11, 20);
    private static readonly DateTimeOffset Sunday = new(2026, 11, 22, 20, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_ended_day_goes_into_the_log_once_quiet_days_too_and_today_does_not()
    {
        await using var database = await TestDatabase.CreateAsync();
        var totals = new DailyTotalStore(database.Sql);
        await database.Sql.WriteAsync(
            async scope =>
            {
                await totals.AddAsync(scope, Friday, Measures.Reads, "harbor", 7);
                await totals.AddAsync(scope, Friday, Measures.Reads, "old-town", 5);
                await totals.AddAsync(scope, Friday, Measures.Reads, "harbor", 1);
                await totals.AddAsync(scope, Friday, Measures.Hits, "harbor", 2);
                foreach (var (minute, camera) in new[] { (1, 4), (2, 4), (3, 7) })
                {
                    await scope.Connection.ExecuteAsync(
                        """
                        insert into detections (id, plate_id, camera, colour, confidence, state, direction, photo_bytes, candidates)
                        values (@Id, 1, @camera, 0, 900, null, 0, 0, '')
                        """,
                        new { Id = DetectionId.Create(MarisolBay.City.StartOf(Friday).AddMinutes(minute), camera, 0).Value, camera },
                        scope.Transaction);
                }

                await totals.AddAsync(scope, Friday.AddDays(2), Measures.Reads, "harbor", 9);
            },
            Cancellation);

        var record = new RecordDailyTotals(database.Sql, MarisolBay.City, new AuditLog(MarisolBay.City));
        Assert.Equal([Friday, Friday.AddDays(1)], await record.RunAsync(Sunday, Cancellation));
        Assert.Empty(await record.RunAsync(Sunday.AddHours(2), Cancellation));
        Assert.Equal([Friday.AddDays(2)], await record.RunAsync(Sunday.AddDays(1), Cancellation));

        Assert.Equal(
            [("2026-11-20", "13", """{"harbor":8,"old-town":5}""", "2", "2"), ("2026-11-21", "0", "{}", "0", "0"), ("2026-11-22", "9", """{"harbor":9}""", "0", "0")],
            (await LoggedEntry.ReadAsync(database.Sql, "daily-totals"))
                .Select(entry => (entry.Day, entry.Fields["reads"], entry.Fields["reads-by-area"], entry.Fields["cameras"], entry.Fields["alerts"]))
                .Order());
    }

    [Fact]
    public async Task Reads_that_come_late_put_the_day_into_the_log_once_more()
    {
        await using var database = await TestDatabase.CreateAsync();
        var totals = new DailyTotalStore(database.Sql);
        var record = new RecordDailyTotals(database.Sql, MarisolBay.City, new AuditLog(MarisolBay.City));
        await database.Sql.WriteAsync(scope => totals.AddAsync(scope, Friday, Measures.Reads, "harbor", 8), Cancellation);
        Assert.Contains(Friday, await record.RunAsync(Sunday, Cancellation));
        await database.Sql.WriteAsync(scope => totals.AddAsync(scope, Friday, Measures.Reads, "harbor", 2), Cancellation);
        Assert.Equal([Friday], await record.RunAsync(Sunday.AddHours(1), Cancellation));
        Assert.Empty(await record.RunAsync(Sunday.AddHours(2), Cancellation));
        var days = (await LoggedEntry.ReadAsync(database.Sql, "daily-totals")).Where(entry => entry.Day == "2026-11-20");
        Assert.Equal(["8", "10"], days.Select(entry => entry.Fields["reads"]));
    }

    [Fact]
    public async Task Published_totals_equal_the_sums_of_their_rows()
    {
        await using var database = await TestDatabase.CreateAsync();
        var totals = new DailyTotalStore(database.Sql);
        await database.Sql.WriteAsync(
            async scope =>
            {
                await scope.Connection.ExecuteAsync(
                    "insert into areas (id, name, ordinal, outline) values ('b', 'B', 1, ''), ('a', 'A', 2, ''), ('c', 'C', 3, '')",
                    transaction: scope.Transaction);
                for (var i = 0; i < 40; i++)
                {
                    await totals.AddAsync(scope, Friday.AddDays(-i % 7), Measures.Reads, i % 3 == 0 ? "a" : "b", i);
                }
            },
            Cancellation);

        var query = new ReadStatisticsQuery(database.Sql);
        var week = Period.EndingWith(Friday, 7);
        var byDay = await query.ByDayAsync(Measures.Reads, week, Cancellation);
        var byArea = await query.ByAreaAsync(Measures.Reads, week, 0, Cancellation);
        var both = await query.ByDayAndAreaAsync(Measures.Reads, week, 0, Cancellation);
        Assert.Equal(Enumerable.Range(0, 40).Sum(), byDay.Sum(day => day.Value));
        Assert.Equal(["B", "A", "C"], byArea.Areas.Select(area => area.Name));
        Assert.Equal([507L, 273L, 0L], byArea.Areas.Select(area => area.Value!.Value));
        Assert.Equal(780, byArea.Total);
        Assert.Equal(byDay.Select(day => (day.Day, (long?)day.Value)), both.Days.Select(day => (day.Day, day.Total)));
        Assert.DoesNotContain(await query.ByDayAsync(Measures.Reads, week.Before, Cancellation), day => day.Value > 0);
    }
}
