using Transparency.Audit.Merkle;
using Transparency.Audit.Schemas;
using Transparency.Core.Agencies;
using Transparency.Core.Database;

namespace Transparency.Core.AuditTrail;

/// <summary>Opens the log: the head of size 0, and a first entry that names the log and its key. Does nothing to an open log.</summary>
public sealed class OpenLog(SqlDatabase database, City city, AuditLog log, LogKey key)
{
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellation = default)
    {
        var context = new AuditContext { Actor = Actor.System(city), Purpose = "opening of the log", At = now };
        var verifierKey = key.Open(city.LogOrigin).Key.ToString();
        await database.WriteAsync(
            async write =>
            {
                if (await HeadStore.LatestAsync(write.Connection, write.Transaction) is null)
                {
                    await HeadStore.AddAsync(write, TreeHead.Empty, now);
                    var opened = new AuditEvent(LogActs.LogOpened, [new("origin", city.LogOrigin), new("key", verifierKey)])
                    {
                        Elements = $"the log {city.LogOrigin}",
                        Outcome = "opened",
                    };
                    await log.AppendAsync(write, context, opened, cancellation);
                }
            },
            cancellation);
    }
}
