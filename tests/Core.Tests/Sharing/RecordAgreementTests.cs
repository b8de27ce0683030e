using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Sharing;
using Transparency.Core.Tests.AuditTrail;
using Transparency.Core.Tests.Database;

namespace Transparency.Core.Tests.Sharing;

public sealed class RecordAgreementTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 20, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_agreement_governs_from_the_moment_it_is_recorded_and_the_log_says_so()
    {
        await using var database = await WithAgencies();
        var outcome = await Record(database).RunAsync(MarisolBay.By(Now), SampleAgreement.Draft, Cancellation);
        Assert.Equal(SharingReason.InForce, outcome.Decision);
        var list = await new SharingListQuery(database.Sql).ReadAsync(MarisolBay.City, SampleAgreement.Day, Cancellation);
        var line = Assert.Single(list.CanSearchUs);
        Assert.Equal(("Rio Verde Police Department", "2026-01-01", "2026-12-31"), (line.Name, line.SinceDay, line.ExpiresDay));
        Assert.Equal(["agreed:in-force"], await ChangesAsync(database));
    }

    [Theory]
    [InlineData("harbor-mall", "private")]
    [InlineData("federal-agents", "federal")]
    [InlineData("desert-county-so", "out-of-state")]
    [InlineData("coast-fusion", "fusion-center")]
    public async Task What_the_law_bars_is_put_on_record_as_refused_whatever_was_entered(string agency, string code)
    {
        await using var database = await WithAgencies();
        var outcome = await Record(database).RunAsync(MarisolBay.By(Now), SampleAgreement.Draft with { AgencyId = agency }, Cancellation);
        Assert.Equal(code, outcome.Decision!.Code);
        Assert.Equal(AgreementDecision.Refused, outcome.Recorded!.Decision);
        var list = await new SharingListQuery(database.Sql).ReadAsync(MarisolBay.City, SampleAgreement.Day, Cancellation);
        Assert.Empty(list.CanSearchUs);
        Assert.Equal((agency, code), (Assert.Single(list.Refused).AgencyId, list.Refused[0].Decision.Code));
        Assert.Equal([$"refused:{code}"], await ChangesAsync(database));
    }

    [Fact]
    public async Task A_suspended_agreement_stops_that_day_and_a_new_record_resumes_it()
    {
        await using var database = await WithAgencies();
        var first = await Record(database).RunAsync(MarisolBay.By(Now), SampleAgreement.Draft, Cancellation);
        var suspend = new SuspendAgreement(database.Sql, new AuditLog(MarisolBay.City));
        Assert.NotNull((await suspend.RunAsync(MarisolBay.By(Now.AddMinutes(1)), first.Recorded!.Id, " ", Cancellation)).Problem);
        Assert.Null((await suspend.RunAsync(MarisolBay.By(Now.AddMinutes(1)), first.Recorded.Id, "Searched without case numbers.", Cancellation)).Problem);
        Assert.NotNull((await suspend.RunAsync(MarisolBay.By(Now.AddMinutes(1)), first.Recorded.Id, "Again.", Cancellation)).Problem);
        var list = await new SharingListQuery(database.Sql).ReadAsync(MarisolBay.City, SampleAgreement.Day, Cancellation);
        Assert.Empty(list.CanSearchUs);
        Assert.Equal(("suspended", "Searched without case numbers."), (Assert.Single(list.Stopped).Decision.Code, list.Stopped[0].Reason));

        await Record(database).RunAsync(MarisolBay.By(Now.AddHours(1)), SampleAgreement.Draft, Cancellation);
        list = await new SharingListQuery(database.Sql).ReadAsync(MarisolBay.City, SampleAgreement.Day, Cancellation);
        Assert.Single(list.CanSearchUs);
        Assert.Equal(["agreed:in-force", "suspended:suspended", "resumed:in-force"], await ChangesAsync(database));
    }

    [Fact]
    public async Task A_draft_with_a_mistake_is_explained_and_not_recorded()
    {
        await using var database = await WithAgencies();
        AgreementDraft[] mistakes =
        [
            SampleAgreement.Draft with { AgencyId = "nobody" },
            SampleAgreement.Draft with { Direction = "everything" },
            SampleAgreement.Draft with { Decision = "maybe" },
            SampleAgreement.Draft with { Reason = "  " },
            SampleAgreement.Draft with { Reason = new string('x', 1001) },
            SampleAgreement.Draft with { LegalBasis = new string('x', 501) },
            SampleAgreement.Draft with { DocumentUrl = new string('x', 501) },
            SampleAgreement.Draft with { AuditResult = "good" },
            SampleAgreement.Draft with { Expires = new DateOnly(2025, 12, 31) },
            SampleAgreement.Draft with { Effective = new DateOnly(2025, 11, 30) },
        ];
        foreach (var draft in mistakes)
        {
            var outcome = await Record(database).RunAsync(MarisolBay.By(Now), draft, Cancellation);
            Assert.NotEmpty(outcome.Problem!);
            Assert.Null(outcome.Recorded);
        }

        Assert.Empty(await ChangesAsync(database));
    }

    private static RecordAgreement Record(TestDatabase database) => new(database.Sql, MarisolBay.City, new AuditLog(MarisolBay.City));

    private static async Task<TestDatabase> WithAgencies()
    {
        var database = await TestDatabase.CreateAsync();
        (string Id, string Kind, string State)[] others =
        [
            ("harbor-mall", AgencyKind.Private, "CA"), ("federal-agents", AgencyKind.Federal, "US"),
            ("desert-county-so", AgencyKind.Local, "NV"), ("coast-fusion", AgencyKind.FusionCenter, "CA"),
        ];
        await database.Sql.WriteAsync(
            async scope =>
            {
                await AgencyStore.AddAsync(scope, SampleAgreement.Agency);
                foreach (var other in others)
                {
                    await AgencyStore.AddAsync(
                        scope, SampleAgreement.Agency with { Id = other.Id, Name = other.Id, Kind = other.Kind, State = other.State });
                }
            },
            Cancellation);
        return database;
    }

    private static async Task<List<string>> ChangesAsync(TestDatabase database)
    {
        var changes = await LoggedEntry.ReadAsync(database.Sql, "share-change");
        return changes.Select(entry => $"{entry.Fields["change"]}:{entry.Fields["reason"]}").ToList();
    }
}
