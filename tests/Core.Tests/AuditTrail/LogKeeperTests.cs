using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Tests.Database;

namespace Transparency.Core.Tests.AuditTrail;

public sealed class LogKeeperTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entries_join_the_tree_when_the_merge_delay_has_passed_and_not_before()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Sql.WriteAsync(write => CityStore.AddAsync(write, MarisolBay.City), Cancellation);
        await using var services = Services(database);
        var status = services.GetRequiredService<LogStatusQuery>();

        await LogKeeper.RunOnceAsync(services, Hour, database.Clock.Now, Cancellation);
        Assert.Equal((0, 1), await SizeAndPendingAsync());

        database.Clock.Advance(TimeSpan.FromMinutes(59));
        await LogKeeper.RunOnceAsync(services, Hour, database.Clock.Now, Cancellation);
        Assert.Equal((0, 1), await SizeAndPendingAsync());

        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await LogKeeper.RunOnceAsync(services, Hour, database.Clock.Now, Cancellation);
        Assert.Equal((1, 0), await SizeAndPendingAsync());
        await LogAssert.HoldsAsync(database.Sql, MarisolBay.City, services.GetRequiredService<LogKey>());

        async Task<(long, long)> SizeAndPendingAsync()
        {
            var now = await status.ReadAsync(database.Clock.Now, Cancellation);
            return (now.Size, now.Pending);
        }
    }

    [Fact]
    public async Task An_entry_that_waits_past_its_delay_is_said_to_be_overdue()
    {
        await using var log = await TestLog.OpenAsync();
        var status = new LogStatusQuery(log.Sql, MarisolBay.City, new MergeDelay(log.Sql, new CurrentCity(new CityStore(log.Sql)), new LogSettings { MergeDelay = Hour }));
        Assert.False((await status.ReadAsync(log.Clock.Now + Hour, Cancellation)).IsOverdue);
        Assert.True((await status.ReadAsync(log.Clock.Now + (3 * Hour), Cancellation)).IsOverdue);
    }

    private static ServiceProvider Services(TestDatabase database)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>("Transparency:DataFolder", database.Folder)])
            .Build();
        return new ServiceCollection().AddSingleton<TimeProvider>(database.Clock).AddTransparencyCore(configuration).BuildServiceProvider();
    }
}
