using Transparency.Audit.Verification;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Tests.AuditTrail;

/// <summary>Verifies a whole log as an outsider would, and its internal records as an auditor would. Called after every test that writes.</summary>
internal static class LogAssert
{
    /// <summary>Brings the log forward (everything waiting joins the tree and is signed), then verifies all of it.</summary>
    /// <param name="folder">The data folder: where the log's key is, or will be made.</param>
    public static async Task<VerifyReport> VerifiesAsync(SqlDatabase database, City city, string folder, DateTimeOffset now)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var key = new LogKey(folder);
        await new OpenLog(database, city, new AuditLog(city), key).RunAsync(now, cancellation);
        while (await new SequenceEntries(database).RunAsync(now, cancellation) > 0)
        {
        }
        await new SignCheckpoint(database, city, key, new DatabaseSettings { DataFolder = folder }).RunAsync(now, cancellation);
        await new PublishDisclosures(database, city).RunAsync(now, cancellation);
        return await HoldsAsync(database, city, key);
    }

    /// <summary>Verifies the log as it is published now.</summary>
    public static async Task<VerifyReport> HoldsAsync(SqlDatabase database, City city, LogKey key)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var report = await ReportAsync(database, city, key);
        Assert.Empty(report.Problems);
        Assert.Empty(report.Remarks);
        Assert.Empty(await new CheckTrail(database).RunAsync(cancellation));
        return report;
    }

    public static Task<VerifyReport> ReportAsync(SqlDatabase database, City city, LogKey key) =>
        new LogVerifier(new LogFiles(database, city, key).ReadAsync)
            .VerifyAsync(new VerifyRequest { Key = key.Open(city.LogOrigin).Key }, null, TestContext.Current.CancellationToken);
}
