using Dapper;
using Transparency.Audit.Schemas;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Searches;
using Transparency.Core.Statistics;
using Transparency.Portal.Tests.Host;

namespace Transparency.Portal.Tests.Log;

/// <summary>The sample city after two days of searches and reads, with everything of them in the log, signed and opened.</summary>
public sealed class LoggedPortal : PortalFixture
{
    /// <summary>The days searched on; the last is the day before the clock's.</summary>
    public static readonly DateOnly[] Days = [new(2026, 11, 20), new(2026, 11, 21)];

    private const int SearchesADay = 12;

    /// <summary>What an outsider's program finds.</summary>
    public async Task<(int Exit, string Output)> VerifyAsync(params string[] options)
    {
        await using var output = new StringWriter();
        using var http = new HttpClient();
        var command = new Verify.VerifyCommand(output, TextWriter.Null, Clock, http);
        var exit = await command.RunAsync(["verify", Address.ToString(), .. options], TestContext.Current.CancellationToken);
        return (exit, output.ToString());
    }

    /// <summary>One round of the keeper, without waiting for a delay.</summary>
    public Task KeepAsync() => LogKeeper.RunOnceAsync(Services, TimeSpan.Zero, Clock.Now, TestContext.Current.CancellationToken);

    protected override async Task FillAsync()
    {
        await base.FillAsync();
        var officer = await OfficerAsync();
        foreach (var (camera, area) in new[] { ("1", "harbor"), ("2", "old-town") })
        {
            var live = new AuditEvent(CameraActs.CameraLive, [new("camera", camera), new("area", area)]) { Elements = "camera", Outcome = "live" };
            await Get<SqlDatabase>().WriteAsync(scope => Get<AuditLog>().AppendAsync(scope, SampleCity.By(SampleCity.SetUp), live));
        }
        foreach (var day in Days)
        {
            Clock.Now = new DateTimeOffset(day, new TimeOnly(20, 0), TimeSpan.Zero);
            await Get<SqlDatabase>().WriteAsync(async scope =>
            {
                await Get<DailyTotalStore>().AddAsync(scope, day, Measures.Reads, "harbor", 1412);
                await Get<DailyTotalStore>().AddAsync(scope, day, Measures.Reads, "old-town", 960);
            });
            for (var i = 0; i < SearchesADay; i++)
            {
                await Get<SearchPlates>().RunAsync(SampleCity.By(Clock.Now) with { Actor = officer }, new SearchRequest
                {
                    // Another plate each time: the same one often would wait for a second person.
                    Plate = $"7TST{(day.Day * SearchesADay) + i:D3}",
                    From = Clock.Now.AddDays(-3),
                    To = Clock.Now,
                    Purpose = "hit-and-run",
                    CaseNumber = "26-918273",
                    Basis = "Silver hatchback left a collision on Bay Street.",
                });
            }
        }
        Clock.Now = SampleCity.Noon;
        await Get<RecordDailyTotals>().RunAsync(Clock.Now);
        await KeepAsync();
        await KeepAsync();
    }

    private async Task<Actor> OfficerAsync()
    {
        await using var connection = await Get<SqlDatabase>().OpenAsync();
        var id = await connection.ExecuteScalarAsync<string>("select id from users where user_name = @Officer", new { SampleCity.Officer });
        return SampleCity.Clerk with { UserId = id!, UserName = SampleCity.Officer };
    }
}
