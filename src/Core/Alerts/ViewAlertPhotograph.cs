using Dapper;
using Transparency.Audit.Schemas;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Detections;
using Transparency.Core.Searches;
using Transparency.Core.Statistics;

namespace Transparency.Core.Alerts;

/// <summary>Shows the photograph of an open alert, to verify it by eye. Recorded and logged before it is decrypted, as every viewing is.</summary>
public sealed class ViewAlertPhotograph(SqlDatabase database, City city, PhotographStore photographs, DailyTotalStore totals, AuditLog log)
{
    /// <summary>The public purpose of such a viewing.</summary>
    public const string Purpose = "hot-list-alert";

    public async Task<PhotographOutcome> RunAsync(AuditContext context, string alertId, CancellationToken cancellation = default)
    {
        var (receipt, detection) = await database.WriteAsync(scope => RecordAsync(scope, context, alertId, cancellation), cancellation);
        return receipt is null ? new PhotographOutcome { Help = "This alert is closed, so its photograph is not shown any more." }
            : await photographs.ReadAsync(detection, cancellation) is not { } jpeg ? PhotographOutcome.Gone with { Receipt = receipt }
            : new PhotographOutcome { Jpeg = jpeg, Receipt = receipt, Help = "" };
    }

    private async Task<(AuditReceipt? Receipt, DetectionId Detection)> RecordAsync(
        WriteScope scope, AuditContext context, string alertId, CancellationToken cancellation)
    {
        if (await AlertStore.FindAsync(scope, alertId) is not { ClosedMs: null } alert)
        {
            return (null, default);
        }

        var detection = new DetectionId(alert.DetectionId);
        var receipt = await log.AppendAsync(scope, context with { Purpose = Purpose }, Event(alertId, detection), cancellation);
        await scope.Connection.ExecuteAsync(
            """
            insert into photo_views (id, entry_id, search_id, detection_id, user_id, at_ms)
            values (@Id, @EntryId, @alertId, @DetectionId, @UserId, @AtMs)
            """,
            new
            {
                Id = Guid.CreateVersion7(context.At).ToString(),
                receipt.EntryId,
                alertId,
                alert.DetectionId,
                context.Actor.UserId,
                AtMs = context.At.ToUnixTimeMilliseconds(),
            },
            scope.Transaction);
        await totals.AddAsync(scope, city.DayOf(context.At), Measures.PhotographsViewed, 1);
        return (receipt, detection);
    }

    private static AuditEvent Event(string alertId, DetectionId detection) => new(
        SearchActs.PhotoViewed, [new("search", alertId), new("detection", detection.ToString())])
    {
        Elements = $"photograph of detection {detection}, for alert {alertId}",
        Outcome = "shown",
    };
}
