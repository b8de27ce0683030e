using Transparency.Core.Alerts;
using Transparency.Core.AuditTrail;
using Transparency.Core.Tests.AuditTrail;
using Transparency.Core.Tests.Database;

namespace Transparency.Core.Tests.Alerts;

public sealed class AlertRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 20, 0, 0, TimeSpan.Zero);

    private static readonly Alert Raised = new()
    {
        Id = "01935f2e-7c1a-7b43-9a51-0c2f5d8e6a10",
        DetectionId = 911446353940054017,
        Camera = 4,
        ListId = "list",
        ListEntryId = "entry",
        RaisedMs = Now.ToUnixTimeMilliseconds(),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void An_alert_closes_only_as_what_its_verification_found()
    {
        foreach (var disposition in Disposition.All)
        {
            Assert.Equal(AlertRefusal.NotVerified, AlertRules.Close(Raised, disposition));
            foreach (var verification in Verification.All)
            {
                var refusal = AlertRules.Close(Raised with { Verification = verification }, disposition);
                var agrees = verification == Verification.Confirmed ? !Disposition.Errors.Contains(disposition) : disposition == verification;
                Assert.Equal(agrees ? null : AlertRefusal.Contradicts, refusal);
            }
        }
    }

    [Fact]
    public void What_was_acted_upon_was_always_confirmed() => Assert.All(
        Disposition.ActedUpon,
        disposition => Assert.Equal(
            [Verification.Confirmed],
            Verification.All.Where(found => AlertRules.Close(Raised with { Verification = found }, disposition) is null)));

    [Fact]
    public void A_closed_alert_stays_as_it_is()
    {
        var closed = Raised with { AcknowledgedMs = 1, Verification = Verification.Confirmed, Disposition = Disposition.Arrest, ClosedMs = 1 };
        Assert.Equal(AlertRefusal.Closed, AlertRules.Acknowledge(closed));
        Assert.Equal(AlertRefusal.Closed, AlertRules.Verify(closed, Verification.Stale));
        Assert.Equal(AlertRefusal.Closed, AlertRules.Close(closed, Disposition.Located));
    }

    [Fact]
    public async Task An_officer_acknowledges_verifies_and_closes_in_this_order()
    {
        await using var database = await TestDatabase.CreateAsync();
        var log = new AuditLog(MarisolBay.City);
        var (acknowledge, verify, close) = (new AcknowledgeAlert(database.Sql, log), new VerifyAlert(database.Sql, log), new CloseAlert(database.Sql, log));
        Assert.True(await database.Sql.WriteAsync(scope => AlertStore.AddAsync(scope, Raised), Cancellation));
        Assert.False(await database.Sql.WriteAsync(scope => AlertStore.AddAsync(scope, Raised with { Id = "again" }), Cancellation));
        var by = MarisolBay.By(Now);

        Assert.Equal(AlertRefusal.NotFound, (await close.RunAsync(by, "none", Disposition.Arrest, Cancellation)).Refusal);
        Assert.Equal(AlertRefusal.NotAcknowledged, (await verify.RunAsync(by, Raised.Id, Verification.Confirmed, Cancellation)).Refusal);
        Assert.Null((await acknowledge.RunAsync(by, Raised.Id, Cancellation)).Refusal);
        Assert.Equal(AlertRefusal.AlreadyAcknowledged, (await acknowledge.RunAsync(by, Raised.Id, Cancellation)).Refusal);
        Assert.Equal(AlertRefusal.NotVerified, (await close.RunAsync(by, Raised.Id, Disposition.Arrest, Cancellation)).Refusal);
        Assert.Equal(AlertRefusal.UnknownChoice, (await verify.RunAsync(by, Raised.Id, "looks-fine", Cancellation)).Refusal);
        Assert.Equal("alert-verified", (await verify.RunAsync(by, Raised.Id, Verification.Misread, Cancellation)).Receipt!.Act);
        Assert.Equal(AlertRefusal.AlreadyVerified, (await verify.RunAsync(by, Raised.Id, Verification.Confirmed, Cancellation)).Refusal);
        Assert.Equal(AlertRefusal.Contradicts, (await close.RunAsync(by, Raised.Id, Disposition.Arrest, Cancellation)).Refusal);
        Assert.Single(await new AlertStore(database.Sql).OpenAsync(cancellation: Cancellation));
        Assert.Equal("alert-disposition", (await close.RunAsync(by, Raised.Id, Disposition.Misread, Cancellation)).Receipt!.Act);
        Assert.Empty(await new AlertStore(database.Sql).OpenAsync(cancellation: Cancellation));
        Assert.Equal(Disposition.Misread, (await new AlertStore(database.Sql).FindAsync(Raised.Id, Cancellation))!.Disposition);
    }
}
