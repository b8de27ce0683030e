using Dapper;
using Transparency.Audit.Schemas;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Detections;
using Transparency.Core.Searches;
using Transparency.Core.Statistics;

namespace Transparency.Core.Demonstration;

/// <summary>
/// Writes the searches of fourteen months. Each was judged by the rules that judge a search today, under the policy of its day; those of
/// the last month found what is stored now.
/// </summary>
internal sealed class DemoSearches(
    DemoScene scene, DemoHistory history, DemoPictures pictures, SqlDatabase database, AuditLog log)
{
    private const double OwnPerDay = 5.0;
    private const double OutsidePerDay = 2.4;

    private readonly SearchStore _store = new(database);
    private readonly DemoFinds _finds = new(scene, history, pictures);

    /// <summary>Writes them all, and counts them.</summary>
    public async Task WriteAsync(WriteScope write, DemoTotals totals)
    {
        foreach (var day in scene.Calendar.History.EachDay())
        {
            var random = scene.Random.For($"searches {day.DayNumber}");
            var quiet = DemoCalendar.IsWeekend(day) ? 0.75 : 1.1;
            await WriteAsync(write, totals, day, random, isOwn: true, random.Poisson(OwnPerDay * quiet));
            await WriteAsync(write, totals, day, random, isOwn: false, random.Poisson(OutsidePerDay * quiet));
        }
    }

    private async Task WriteAsync(WriteScope write, DemoTotals totals, DateOnly day, SeededRandom random, bool isOwn, int count)
    {
        var people = scene.People.All.Where(person => (person.AgencyId == DemoAgencies.Own) == isOwn && person.Searches).ToList();
        for (var i = 0; i < count; i++)
        {
            var at = scene.Calendar.At(day, random.Chance(0.7) ? random.Between(7, 19) : random.Between(0, 22.5));
            var person = random.Pick(people);
            var request = DemoSearchRequests.Draw(random, day, at, _finds);
            if (at >= scene.Calendar.Now)
            {
                continue;
            }

            var (row, found) = await SearchAsync(write, random, person, at, request);
            totals.Add(day, Measure(row), 1);
            if (random.Chance(0.6) && Pictured(found, day) is { } detection && at.AddMinutes(2) < scene.Calendar.Now)
            {
                await ViewAsync(write, random, person, row, detection);
                totals.Add(scene.City.DayOf(at.AddMinutes(2)), Measures.PhotographsViewed, 1);
            }
        }
    }

    private async Task<(SearchRow Row, FoundDetections Found)> SearchAsync(
        WriteScope write, SeededRandom random, DemoPerson person, DateTimeOffset at, SearchRequest request)
    {
        var policy = scene.PolicyAt(at);
        var (query, shape) = SearchQuery.Read(request, policy.Terms, [], at);
        IReadOnlyList<SearchRefusal> refusals =
            [.. SearchJustification.Check(policy.Terms, request.Purpose, request.CaseNumber, request.Basis), .. shape];
        var found = refusals.Count > 0 ? FoundDetections.None : _finds.Find(random, query);
        var reached = _finds.Reached(query);
        var context = scene.By(person, "search", at);
        var row = SearchRecord.Of(context, request, query, policy) with
        {
            Id = random.Id(at),
            Refusal = refusals.Count > 0 ? refusals[0].Code : null,
            Results = found.Count,
            ResultsCapped = found.IsCapped ? 1 : 0,
            Cameras = reached.Count,
            CamerasOffline = string.Join(',', scene.Outages.Cameras(query.From, query.To).Intersect(reached)),
        };
        var receipt = await log.AppendAsync(
            write,
            context with { Purpose = row.Purpose },
            row.Refusal is null ? SearchEvents.CarriedOut(row, query, found) : SearchEvents.Refused(row, query, refusals));

        // Results of older searches went with the detections they pointed to.
        row = row with { EntryId = receipt.EntryId };
        await _store.AddAsync(write, row, _finds.Stored(found), CancellationToken.None);
        return (row, found);
    }

    // Every detection that is gone had a photograph; of the stored ones only those that are drawn.
    private long? Pictured(FoundDetections found, DateOnly day) => day < history.FirstStoredDay
        ? found.Newest.Select(id => (long?)id).FirstOrDefault()
        : found.Newest.Where(pictures.Has).Select(id => (long?)id).FirstOrDefault();

    private async Task ViewAsync(WriteScope write, SeededRandom random, DemoPerson person, SearchRow row, long detection)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(row.AtMs).AddMinutes(2);
        var viewed = new AuditEvent(
            SearchActs.PhotoViewed,
            [new("search", row.Id), new("detection", new DetectionId(detection).ToString()), new("case-number", row.CaseNumber)])
        {
            Elements = $"photograph of detection {detection}",
            Outcome = "shown",
        };
        var receipt = await log.AppendAsync(write, scene.By(person, row.Purpose, at), viewed);
        await write.Connection.ExecuteAsync(
            """
            insert into photo_views (id, entry_id, search_id, detection_id, user_id, at_ms)
            values (@Id, @EntryId, @SearchId, @detection, @UserId, @AtMs)
            """,
            new { Id = random.Id(at), receipt.EntryId, SearchId = row.Id, detection, row.UserId, AtMs = at.ToUnixTimeMilliseconds() },
            write.Transaction);
    }

    private static string Measure(SearchRow row) => row.Refusal is not null ? Measures.SearchesRefused
        : row.AgencyId == DemoAgencies.Own ? Measures.SearchesOwn
        : Measures.SearchesOutside;
}
