using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Bench;

/// <summary>Entries appended in transactions of 100, then sequenced, signed and readable.</summary>
internal static class LogBench
{
    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchCity city)
    {
        var services = await city.LoadAsync();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var context = new AuditContext { Actor = Actor.System(services.GetRequiredService<City>()), Purpose = "measurement", At = now };
        var entries = city.Quick ? 2_000 : 10_000;
        var log = services.GetRequiredService<AuditLog>();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < entries / 100; i++)
        {
            await services.GetRequiredService<SqlDatabase>().WriteAsync(async scope =>
            {
                for (var j = 0; j < 100; j++)
                {
                    await log.AppendAsync(scope, context, BenchEntries.SignIn());
                }
            });
        }

        var appended = Stopwatch.GetElapsedTime(start);
        start = Stopwatch.GetTimestamp();
        await LogKeeper.RunOnceAsync(services, TimeSpan.Zero, now.AddMinutes(1), CancellationToken.None);
        var published = Stopwatch.GetElapsedTime(start);
        return
        [
            new("log/append", entries / appended.TotalSeconds, "entries/s"),
            new("log/sequence-and-sign", entries / published.TotalSeconds, "entries/s"),
        ];
    }
}
