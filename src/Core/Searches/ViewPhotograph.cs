using Dapper;
using Transparency.Audit.Schemas;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Detections;
using Transparency.Core.Statistics;

namespace Transparency.Core.Searches;

/// <summary>
/// Shows one photograph from the results of the caller's own search. The viewing is recorded and logged before the photograph is
/// decrypted.
/// </summary>
public sealed class ViewPhotograph(
    SqlDatabase database, City city, SearchStore searches, PhotographStore photographs, DailyTotalStore totals, AuditLog log)
{
    /// <param name="context">Who looks and when. The purpose is the search's.</param>
    /// <param name="searchId">A search of the same user.</param>
    /// <param name="detection">One of its recorded results.</param>
    /// <param name="cancellation">Ends the viewing; once recorded it stays recorded.</param>
    public async Task<PhotographOutcome> RunAsync(
        AuditContext context, string searchId, DetectionId detection, CancellationToken cancellation = default)
    {
        if (await searches.FindMineAsync(searchId, context.Actor.UserId, cancellation) is not { Refusal: null } search)
        {
            return PhotographOutcome.NotYours;
        }

        var receipt = await database.WriteAsync(scope => RecordAsync(scope, context, search, detection, cancellation), cancellation);
        return receipt is null ? PhotographOutcome.NotYours
            : await photographs.ReadAsync(detection, cancellation) is not { } jpeg ? PhotographOutcome.Gone with { Receipt = receipt }
            : new PhotographOutcome { Jpeg = jpeg, Receipt = receipt, Help = "" };
    }

    private async Task<AuditReceipt?> RecordAsync(
        WriteScope scope, AuditContext context, SearchRow search, DetectionId detection, CancellationToken cancellation)
    {
        if (!await SearchStore.FoundAsync(scope, search.Id, context.Actor.UserId, detection.Value))
        {
            return null;
        }

        var receipt = await log.AppendAsync(scope, context with { Purpose = search.Purpose }, Event(search, detection), cancellation);
        await scope.Connection.ExecuteAsync(
            """
            insert into photo_views (id, entry_id, search_id, detection_id, user_id, at_ms)
            values (@Id, @EntryId, @SearchId, @DetectionId, @UserId, @AtMs)
            """,
            new
            {
                Id = Guid.CreateVersion7(context.At).ToString(),
                receipt.EntryId,
                SearchId = search.Id,
                DetectionId = detection.Value,
                context.Actor.UserId,
                AtMs = context.At.ToUnixTimeMilliseconds(),
            },
            scope.Transaction);
        await totals.AddAsync(scope, city.DayOf(context.At), Measures.PhotographsViewed, 1);
        return receipt;
    }

    private static AuditEvent Event(SearchRow search, DetectionId detection) => new(
        SearchActs.PhotoViewed,
        [new("search", search.Id), new("detection", detection.ToString()), new("case-number", search.CaseNumber)])
    {
        Elements = $"photograph of detection {detection}",
        Outcome = "shown",
    };
}

/// <summary>Either the photograph and the receipt of the viewing, or why there is none.</summary>
public sealed record PhotographOutcome
{
    /// <summary>JPEG bytes, or null.</summary>
    public byte[]? Jpeg { get; init; }

    /// <summary>Null when nothing was recorded, because nothing could be shown.</summary>
    public AuditReceipt? Receipt { get; init; }

    /// <summary>Why there is no photograph; empty when there is.</summary>
    public required string Help { get; init; }

    public static PhotographOutcome NotYours { get; } = new() { Help = "This photograph is not among the results of a search of yours." };

    public static PhotographOutcome Gone { get; } = new() { Help = "This photograph does not exist any more: the policy's retention is over." };
}
