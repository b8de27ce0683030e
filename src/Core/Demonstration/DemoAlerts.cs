using Transparency.Core.Alerts;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Demonstration;

/// <summary>Writes an alert for every hit, with what officers found and did. The newest are still open.</summary>
internal sealed class DemoAlerts(DemoScene scene, DemoHotLists hotLists, AuditLog log)
{
    private static readonly string[] Confirmed = ["located", "recovered", "arrest", "unfounded", "not-located"];
    private static readonly double[] ConfirmedWeights = [17, 28, 12, 7, 36];
    private static readonly string[] Findings = [Verification.Confirmed, Verification.Misread, Verification.WrongState, Verification.Stale];
    private static readonly double[] FindingWeights = [80, 11, 3, 6];

    private readonly List<DemoPerson> _officers = scene.People.All
        .Where(person => person.AgencyId == DemoAgencies.Own && person.Searches)
        .ToList();

    public async Task WriteAsync(WriteScope write, IReadOnlyList<DemoPassing> hits)
    {
        foreach (var hit in hits)
        {
            await WriteAsync(write, hit);
        }
    }

    private async Task WriteAsync(WriteScope write, DemoPassing hit)
    {
        var random = scene.Random.For($"alert {hit.Id}");
        var entry = hotLists.Entries[hit.Vehicle.Plate];
        var raised = hit.Id.CapturedAt.AddSeconds(2);
        var alert = Work(random, random.Pick(_officers), new Alert
        {
            Id = random.Id(raised),
            DetectionId = hit.Id.Value,
            Camera = hit.Camera.Number,
            ListId = entry.ListId,
            ListEntryId = entry.Id,
            RaisedMs = raised.ToUnixTimeMilliseconds(),
        });
        await AlertStore.AddAsync(write, alert);
        var subject = new AlertSubject { Kind = hotLists.KindOf(entry), Plate = entry.Plate };
        await log.AppendAsync(write, scene.BySystem("hot-list match", raised), AlertEvents.Raised(alert, subject));
        if (alert.VerifiedMs is { } verified)
        {
            await AppendAsync(write, alert.VerifiedBy!, verified, AlertEvents.Verified(alert, subject));
        }

        if (alert.ClosedMs is { } closed)
        {
            await AppendAsync(write, alert.ClosedBy!, closed, AlertEvents.Closed(alert, subject));
        }
    }

    private Task<AuditReceipt> AppendAsync(WriteScope write, string userId, long atMs, AuditEvent e) => log.AppendAsync(
        write,
        scene.By(_officers.Single(officer => officer.Id == userId), "hot-list alert", DateTimeOffset.FromUnixTimeMilliseconds(atMs)),
        e);

    // Each step is taken only if its time has come: what was raised an hour ago may not be closed yet.
    private Alert Work(SeededRandom random, DemoPerson officer, Alert alert)
    {
        var now = scene.Calendar.Now.ToUnixTimeMilliseconds();
        var acknowledged = alert.RaisedMs + (long)(random.Between(0.3, 9) * 60_000);
        var verified = acknowledged + (long)(random.Between(0.5, 6) * 60_000);
        var closed = verified + (long)(random.Between(4, 300) * 60_000);
        var finding = Findings[random.Weighted(FindingWeights)];
        var outcome = finding == Verification.Confirmed ? Confirmed[random.Weighted(ConfirmedWeights)] : finding;
        if (acknowledged > now)
        {
            return alert;
        }

        // A few of the last days still wait for somebody to look.
        alert = alert with { AcknowledgedMs = acknowledged, AcknowledgedBy = officer.Id };
        var isLeft = random.Chance(0.2) && now - alert.RaisedMs < 3 * 86_400_000L;
        if (verified > now || isLeft)
        {
            return alert;
        }

        alert = alert with { VerifiedMs = verified, VerifiedBy = officer.Id, Verification = finding };
        return closed > now ? alert : alert with { Disposition = outcome, ClosedMs = closed, ClosedBy = officer.Id };
    }
}
