using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Policies;
using Transparency.Core.SecondPerson;
using Transparency.Core.Statistics;

namespace Transparency.Core.Searches;

/// <summary>
/// The only way to detections. A search that is refused, and one that is carried out, is recorded and logged in one transaction before
/// anything is returned: no entry, no answer.
/// </summary>
public sealed class SearchPlates(
    SqlDatabase database,
    City city,
    PolicyStore policies,
    SearcherStore searchers,
    CameraReach reach,
    DetectionSearch detections,
    SearchStore searches,
    SearchResultQuery results,
    DailyTotalStore totals,
    SecondPersonGate gate,
    AuditLog log)
{
    /// <summary>Results returned at once; further ones through <see cref="SearchResultQuery"/>.</summary>
    public const int PageSize = 100;

    /// <param name="context">Who searches and when. The purpose is taken from the request.</param>
    /// <param name="request">As entered; all of it is checked here.</param>
    /// <param name="cancellation">Before the commit it ends the search without a trace; after it the search stays recorded.</param>
    public async Task<SearchOutcome> RunAsync(AuditContext context, SearchRequest request, CancellationToken cancellation = default)
    {
        var judged = await JudgeAsync(context, request, cancellation);
        var cameras = await reach.OfAsync(judged.Query.Areas, judged.Query.From, judged.Query.To, context.At, cancellation);
        if (judged is { Refusals.Count: 0, Policy: { } policy }
            && await gate.ReasonsAsync(context, request, judged.Query, policy.Terms, cameras.Cameras.Count, cancellation) is { Count: > 0 } reasons)
        {
            var waiting = SearchRecord.Of(context, request, judged.Query, policy) with { Cameras = cameras.Cameras.Count };
            var (asked, entry) = await gate.AskAsync(context, request, waiting, judged.Query, reasons, cancellation);
            return new SearchOutcome { SearchId = asked, Receipt = entry, Waits = reasons };
        }

        var found = judged.Refusals.Count > 0
            ? FoundDetections.None
            : await detections.FindAsync(
                new DetectionQuery
                {
                    Pattern = judged.Query.Pattern,
                    Vehicle = judged.Query.Vehicle,
                    From = judged.Query.From,
                    To = judged.Query.To,
                    Cameras = judged.Query.Areas.Count == 0 ? null : cameras.Cameras.Select(camera => camera.Number).ToList(),
                },
                cancellation);
        var (id, receipt) = await database.WriteAsync(
            scope => RecordAsync(scope, context, request, judged, cameras, found, cancellation), cancellation);
        return new SearchOutcome
        {
            SearchId = id,
            Receipt = receipt,
            Refusals = judged.Refusals,
            Count = found.Count,
            IsCapped = found.IsCapped,
            Results = found.Count == 0 ? [] : await results.PageAsync(id, context.Actor.UserId, 0, PageSize, cancellation),
            Cameras = cameras.Cameras.Count,
            CamerasOffline = cameras.Offline,
        };
    }

    private async Task<Judgement> JudgeAsync(AuditContext context, SearchRequest request, CancellationToken cancellation)
    {
        var policy = await policies.InForceAsync(context.At, cancellation);
        var unknownAreas = await reach.UnknownAreasAsync(request.Areas, cancellation);
        var terms = policy?.Terms ?? PolicyPresets.California;
        var (query, shape) = SearchQuery.Read(request, terms, unknownAreas, context.At);
        if (policy is null)
        {
            return new Judgement(null, query, [new(SearchRefusal.NoPolicy, "No usage and privacy policy is in force, so nobody may search.")]);
        }

        var today = city.DayOf(context.At);
        var person = await searchers.FactsAsync(context.Actor.UserId, today, cancellation);
        return new Judgement(policy, query,
        [
            .. SearchEligibility.Check(person, policy, today),
            .. SearchJustification.Check(terms, request.Purpose, request.CaseNumber, request.Basis),
            .. shape,
        ]);
    }

    private async Task<(string Id, AuditReceipt Receipt)> RecordAsync(
        WriteScope scope,
        AuditContext context,
        SearchRequest request,
        Judgement judged,
        Reach cameras,
        FoundDetections found,
        CancellationToken cancellation)
    {
        var row = SearchRecord.Of(context, request, judged.Query, judged.Policy) with
        {
            Refusal = SearchRefusal.ToRecord(judged.Refusals),
            Results = found.Count,
            ResultsCapped = found.IsCapped ? 1 : 0,
            Cameras = cameras.Cameras.Count,
            CamerasOffline = string.Join(',', cameras.Offline.Select(camera => camera.Number)),
        };
        var receipt = await log.AppendAsync(
            scope,
            context with { Purpose = row.Purpose },
            row.Refusal is null ? SearchEvents.CarriedOut(row, judged.Query, found) : SearchEvents.Refused(row, judged.Query, judged.Refusals),
            cancellation);
        await searches.AddAsync(scope, row with { EntryId = receipt.EntryId }, found.Newest, cancellation);
        await totals.AddAsync(scope, city.DayOf(context.At), Measure(row), 1);
        if (request.ApprovalId is { } approval && row.Refusal is null && !await SecondPersonStore.UseAsync(scope, approval, row.Id))
        {
            throw new InvalidOperationException("This approval was used already.");
        }

        return (row.Id, receipt);
    }

    private string Measure(SearchRow row) => row.Refusal is not null ? Measures.SearchesRefused
        : row.AgencyId == city.AgencyId ? Measures.SearchesOwn
        : Measures.SearchesOutside;

    private sealed record Judgement(PolicyVersion? Policy, SearchQuery Query, IReadOnlyList<SearchRefusal> Refusals);
}
