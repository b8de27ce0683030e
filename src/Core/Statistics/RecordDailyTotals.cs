using System.Globalization;
using Dapper;
using Transparency.Audit.Schemas;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Detections;

namespace Transparency.Core.Statistics;

/// <summary>
/// Puts the totals of every ended day into the log, once. What is published about a day can then be compared with the log by anyone;
/// searches and refusals need no total, because each of them has an entry of its own.
/// </summary>
/// <remarks>
/// A read that arrives after its day was put into the log (a worker that was cut off, a patrol car that returns) still counts in
/// <c>daily_totals</c>. The day then gets one more entry with the higher totals; both stay, and the higher one is the one that counts.
/// </remarks>
public sealed class RecordDailyTotals(SqlDatabase database, City city, AuditLog log)
{
    /// <summary>How long after its end a day is recorded, so that what was read in its last minutes has arrived.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    /// <summary>How far back a day is looked at again for reads that came late.</summary>
    public const int DaysLookedAtAgain = 60;

    /// <summary>Records days that ended a <see cref="Grace"/> ago and are not in the log yet, oldest first.</summary>
    /// <returns>The days recorded.</returns>
    public async Task<IReadOnlyList<DateOnly>> RunAsync(DateTimeOffset now, CancellationToken cancellation = default)
    {
        var today = city.DayOf(now - Grace);
        var recorded = new List<DateOnly>();
        foreach (var day in await MissingAsync(today, cancellation))
        {
            var context = new AuditContext { Actor = Actor.System(city), Purpose = "totals of an ended day", At = now };
            if (await database.WriteAsync(scope => RecordAsync(scope, context, day), cancellation))
            {
                recorded.Add(day);
            }
        }

        for (var day = today.AddDays(-DaysLookedAtAgain); day < today; day = day.AddDays(1))
        {
            if (!recorded.Contains(day) && await HasGrownAsync(day, cancellation))
            {
                var context = new AuditContext { Actor = Actor.System(city), Purpose = "reads that came late", At = now };
                await database.WriteAsync(scope => WriteAsync(scope, context, day), cancellation);
                recorded.Add(day);
            }
        }

        return recorded;
    }

    // Whether more was counted of a recorded day than any of its entries says.
    private async Task<bool> HasGrownAsync(DateOnly day, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var entries = (await connection.QueryAsync<string>(
            "select id from log_entries where act = @Act and day = @Day", new { Act = LogActs.DailyTotals, Day = City.Text(day) })).AsList();
        if (entries.Count == 0)
        {
            return false;
        }

        long reads = 0;
        long alerts = 0;
        foreach (var entry in entries)
        {
            var opened = await EntryStore.OpeningsAsync(connection, entry) ?? [];
            long Of(string field) => opened.Where(opening => opening.Name == field).Sum(opening => long.Parse(opening.Value, CultureInfo.InvariantCulture));
            (reads, alerts) = (Math.Max(reads, Of("reads")), Math.Max(alerts, Of("alerts")));
        }

        var sums = await new DailyTotalStore(database).SumAsync(new Period(day, day), cancellation);
        return sums.GetValueOrDefault(Measures.Reads) > reads || sums.GetValueOrDefault(Measures.Hits) > alerts;
    }

    /// <summary>The entry of one day's totals.</summary>
    internal static AuditEvent Event(DateOnly day, IReadOnlyDictionary<string, long> readsByArea, long reads, long cameras, long alerts) => new(
        LogActs.DailyTotals,
        [
            new("date", City.Text(day)),
            new("reads", Number(reads)),
            new("reads-by-area", FieldValue.WriteCounts(readsByArea)),
            new("cameras", Number(cameras)),
            new("alerts", Number(alerts)),
        ])
    {
        Day = day,
        Elements = $"totals of {City.Text(day)}",
        Outcome = $"{Number(reads)} vehicles read",
    };

    // From the day the log has totals of (or the first day counted) to yesterday: a quiet day has an entry too.
    private async Task<IReadOnlyList<DateOnly>> MissingAsync(DateOnly today, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var last = await connection.ExecuteScalarAsync<string?>(
            "select max(day) from log_entries where act = @Act", new { Act = LogActs.DailyTotals });
        var first = City.TryDay(last, out var recorded)
            ? recorded.AddDays(1)
            : City.TryDay(await connection.ExecuteScalarAsync<string?>("select min(day) from daily_totals"), out var counted) ? counted : today;
        return first < today ? new Period(first, today.AddDays(-1)).EachDay().ToList() : [];
    }

    private async Task<bool> RecordAsync(WriteScope scope, AuditContext context, DateOnly day)
    {
        var row = new { Act = LogActs.DailyTotals, Day = City.Text(day) };
        var known = await scope.Connection.ExecuteScalarAsync<int>(
            "select count(*) from log_entries where act = @Act and day = @Day", row, scope.Transaction);
        if (known > 0)
        {
            return false;
        }

        await WriteAsync(scope, context, day);
        await IngestRefusals.LogAsync(scope, log, context, day);
        return true;
    }

    private async Task<AuditReceipt> WriteAsync(WriteScope scope, AuditContext context, DateOnly day)
    {
        var row = new { Day = City.Text(day) };
        var totals = (await scope.Connection.QueryAsync<DailyTotal>(
            "select day, area_id as AreaId, measure, value from daily_totals where day = @Day", row, scope.Transaction)).AsList();
        long Of(string measure) => totals.Where(total => total.AreaId.Length == 0 && total.Measure == measure).Sum(total => total.Value);
        var byArea = totals
            .Where(total => total.AreaId.Length > 0 && total.Measure == Measures.Reads)
            .ToDictionary(total => total.AreaId, total => total.Value);
        var cameras = await CamerasAsync(scope, day);
        await new DailyTotalStore(database).SetAsync(scope, day, Measures.CamerasReading, cameras);
        return await log.AppendAsync(scope, context, Event(day, byArea, Of(Measures.Reads), cameras, Of(Measures.Hits)));
    }

    private Task<long> CamerasAsync(WriteScope scope, DateOnly day) => scope.Connection.ExecuteScalarAsync<long>(
        "select count(distinct camera) from detections where id >= @From and id < @To",
        new { From = DetectionId.Floor(city.StartOf(day)).Value, To = DetectionId.Floor(city.StartOf(day.AddDays(1))).Value },
        scope.Transaction);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
