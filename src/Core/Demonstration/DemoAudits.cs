using System.Globalization;
using Transparency.Audit.Schemas;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Audits;
using Transparency.Core.Database;

namespace Transparency.Core.Demonstration;

/// <summary>Writes the weekly reviews, the independent audits and what is known of partners' audits.</summary>
internal sealed class DemoAudits(DemoScene scene, AuditLog log)
{
    private const int Sample = 20;

    private static readonly string[] Findings = ["weak-reason", "case-number-reused", "wrong-purpose"];

    private readonly SeededRandom _random = scene.Random.For("audits");

    private DateOnly Today => scene.Calendar.Today;

    public async Task WriteAsync(WriteScope write)
    {
        var monday = scene.Calendar.History.From.AddDays(7);
        for (monday = monday.AddDays(-(((int)monday.DayOfWeek + 6) % 7)); monday.AddDays(7) <= Today; monday = monday.AddDays(7))
        {
            await WriteAsync(write, Weekly(monday));
        }

        await WriteAsync(write, Independent("Baseline audit of the programme", scene.Days.ProgramBegan, 180, 6));
        await WriteAsync(write, Independent("First audit every two years", scene.Days.ProgramBegan, 730, null));
        await WriteAsync(write, PartnerAudit("sierra-llano-so", 33, AuditOutcome.Failed, 4));
        await WriteAsync(write, PartnerAudit(DemoAgencies.Partner, 120, AuditOutcome.Passed, 0));
    }

    private AuditRecord Weekly(DateOnly monday)
    {
        var due = monday.AddDays(11);
        var findings = _random.Poisson(0.5);
        var completed = due.AddDays(_random.Chance(0.06) ? 3 : -2);
        var isDone = completed < Today;
        return new AuditRecord
        {
            Id = _random.Id(scene.Calendar.At(monday.AddDays(7), 9)),
            Kind = AuditKind.WeeklyReview,
            Title = $"Weekly review of searches, {City.Text(monday)} to {City.Text(monday.AddDays(6))}",
            Auditor = "Data steward",
            Scope = "A random sample of the week's searches",
            PeriodFromDay = City.Text(monday),
            PeriodToDay = City.Text(monday.AddDays(6)),
            DueDay = City.Text(due),
            CompletedDay = isDone ? City.Text(completed) : null,
            Outcome = !isDone ? null : findings > 0 ? AuditOutcome.Findings : AuditOutcome.Passed,
            Sampled = Sample,
            Findings = isDone ? findings : 0,
            Summary = !isDone ? "" : findings == 0 ? "Every sampled search was justified." : "Officers were asked to explain; the supervisor was told.",
        };
    }

    private AuditRecord Independent(string title, DateOnly from, int days, int? findings) => new()
    {
        Id = _random.Id(scene.Calendar.StartOf(from.AddDays(5))),
        Kind = AuditKind.Independent,
        Title = title,
        Auditor = "Bay Region Public Auditors (fictional)",
        Scope = "Searches, sharing, retention, training, accounts",
        PeriodFromDay = City.Text(from),
        PeriodToDay = City.Text(from.AddDays(days)),
        DueDay = City.Text(from.AddDays(days + 30)),
        CompletedDay = findings is null ? null : City.Text(from.AddDays(days + 22)),
        Outcome = findings is null ? null : AuditOutcome.Findings,
        Sampled = findings is null ? 0 : 150,
        Findings = findings ?? 0,
        Summary = findings is null ? "" : "Six findings, none of misuse: late reviews, two accounts of leavers, unclear reasons. All were corrected.",
    };

    private AuditRecord PartnerAudit(string partner, int daysAgo, string outcome, int findings) => new()
    {
        Id = _random.Id(scene.Calendar.StartOf(Today.AddDays(-daysAgo - 30))),
        Kind = AuditKind.Partner,
        Title = $"State-mandated audit: {DemoAgencies.Name(partner, scene.City)}",
        Auditor = "The partner's auditor",
        Scope = "The partner's own searches and sharing",
        PeriodFromDay = City.Text(Today.AddDays(-daysAgo - 760)),
        PeriodToDay = City.Text(Today.AddDays(-daysAgo - 30)),
        DueDay = City.Text(Today.AddDays(-daysAgo)),
        CompletedDay = City.Text(Today.AddDays(-daysAgo)),
        Outcome = outcome,
        Sampled = 100,
        Findings = findings,
        Summary = outcome == AuditOutcome.Failed ? "Failed: searches for other agencies without a case. Sharing was suspended that day." : "Passed.",
    };

    private async Task WriteAsync(WriteScope write, AuditRecord audit)
    {
        await AuditStore.AddAsync(write, audit);
        var opened = OpenedAt(audit);
        if (opened > scene.Calendar.Now)
        {
            return;
        }

        AuditField[] common = [new("kind", audit.Kind), new("title", audit.Title), new("audit", audit.Id)];
        await AppendAsync(write, opened, Event(OversightActs.AuditOpened, audit, "opened", [.. common, new("sampled", Text(audit.Sampled))]));
        if (!City.TryDay(audit.CompletedDay, out var completed))
        {
            return;
        }

        var at = scene.Calendar.At(completed, 16);
        for (var i = 0; i < audit.Findings; i++)
        {
            AuditField[] finding = [new("finding", _random.Pick(Findings)), new("detail", "See the review's record.")];
            await AppendAsync(write, at.AddMinutes(-i - 1), Event(OversightActs.AuditFinding, audit, "finding recorded", [.. common, .. finding]));
        }

        AuditField[] result = [new("result", audit.Outcome!), new("findings", Text(audit.Findings))];
        await AppendAsync(write, at, Event(OversightActs.AuditCompleted, audit, audit.Outcome!, [.. common, .. result]));
    }

    // A week's review begins the day after the week; a partner's audit reaches back before the programme.
    private DateTimeOffset OpenedAt(AuditRecord audit)
    {
        var day = audit.Kind == AuditKind.WeeklyReview ? audit.PeriodToDay : audit.PeriodFromDay;
        var opened = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(1);
        return scene.Calendar.At(opened < scene.Days.ProgramBegan ? Today.AddDays(-140) : opened, 9);
    }

    private Task<AuditReceipt> AppendAsync(WriteScope write, DateTimeOffset at, AuditEvent e) =>
        log.AppendAsync(write, scene.By(scene.People.Steward, "oversight", at), e);

    private static AuditEvent Event(string act, AuditRecord audit, string outcome, AuditField[] fields) =>
        new(act, fields) { Elements = audit.Title, Outcome = outcome };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
