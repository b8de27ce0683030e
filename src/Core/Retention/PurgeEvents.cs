using System.Globalization;
using Transparency.Audit.Schemas;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;

namespace Transparency.Core.Retention;

/// <summary>What the log says of a purge.</summary>
internal static class PurgeEvents
{
    public static AuditEvent Done(PurgeRun run, City city, int retentionDays, IReadOnlyList<DateOnly> keyDays) => new(
        RetentionActs.Purge,
        [
            // The cutoff lies within a day; what was captured before that day began is certainly gone.
            new("before", City.Text(city.DayOf(DateTimeOffset.FromUnixTimeMilliseconds(run.CutoffMs)))),
            new("retention-days", Text(retentionDays)),
            new("detections", Text(run.Detections)),
            new("photographs", Text(run.Photographs)),
            new("keys", Text(keyDays.Count)),
            new("held", "0"),
            new("range", run.Detections == 0 ? "" : $"{Text(run.FirstId)} to {Text(run.LastId)}"),
            new("key-ids", string.Join(", ", keyDays.Select(day => $"photo-{City.Text(day)}"))),
        ])
    {
        Elements = $"detections {Text(run.FirstId)} to {Text(run.LastId)}",
        Outcome = $"{Text(run.Detections)} detections, {Text(run.Photographs)} photographs and {keyDays.Count} day keys destroyed",
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
