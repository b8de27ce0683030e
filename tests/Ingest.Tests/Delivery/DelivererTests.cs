using Dapper;
using Microsoft.Data.Sqlite;

namespace Transparency.Ingest.Tests.Delivery;

public sealed class DelivererTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_spooled_is_stored_with_its_photograph_encrypted()
    {
        await using var city = await TestCity.CreateAsync();
        await using var bench = new DeliveryBench(city.Services, quota: 1 << 20);
        Assert.True(await bench.AppendAsync(1, "8ABC123"));

        Assert.True(await bench.Deliverer.StepAsync(Cancellation));

        Assert.Equal([("8ABC123", 1, 2000L)], await city.DetectionsAsync());
        Assert.Single(Directory.GetFiles(Path.Combine(city.Folder, "photos"), "*", SearchOption.AllDirectories));
        Assert.False(await bench.Deliverer.StepAsync(Cancellation));
        Assert.Equal(0, bench.Spool.PendingBytes);
    }

    [Fact]
    public async Task A_batch_that_was_stored_but_not_acknowledged_is_not_doubled()
    {
        await using var city = await TestCity.CreateAsync();
        await using var bench = new DeliveryBench(city.Services, quota: 1 << 20);
        Assert.True(await bench.AppendAsync(1, "8ABC123"));
        var payload = Assert.Single(bench.Spool.Read(10)).Payload;
        await city.Deliver.RunAsync([Ingest.Delivery.SpooledDetection.Read(payload)], Cancellation);

        await bench.Deliverer.StepAsync(Cancellation);

        Assert.Single(await city.DetectionsAsync());
    }

    [Fact]
    public async Task Reads_of_a_camera_without_a_council_decision_are_refused_and_counted()
    {
        await using var city = await TestCity.CreateAsync();
        await using var bench = new DeliveryBench(city.Services, quota: 1 << 20);
        Assert.True(await bench.AppendAsync(3, "8ABC123"));
        Assert.True(await bench.AppendAsync(1, "8ABC124"));

        await bench.Deliverer.StepAsync(Cancellation);

        Assert.Equal(["8ABC124"], (await city.DetectionsAsync()).Select(row => row.Plate));
        Assert.Equal(1, await city.RefusedAsync("no-approval"));
    }

    [Fact]
    public async Task While_the_database_is_away_detections_wait_and_past_the_quota_each_refusal_is_counted()
    {
        await using var city = await TestCity.CreateAsync();
        await using var bench = new DeliveryBench(city.Services, quota: 100_000);
        var (kept, refused) = (new List<string>(), 0);
        using var stop = new CancellationTokenSource();
        Task delivering;
        await using (var away = await LockAsync(city.Folder))
        {
            delivering = bench.Deliverer.RunAsync(stop.Token);
            for (var number = 0; number < 80; number++)
            {
                var plate = SpoolVictim.PlateOf(number);
                if (await bench.AppendAsync(1, plate))
                {
                    kept.Add(plate);
                }
                else
                {
                    bench.Refusals.Add(city.City.DayOf(TimeProvider.System.GetUtcNow()), 1);
                    refused++;
                }
            }
        }

        while (bench.Deliverer.Delivered < kept.Count || bench.Refusals.HasNews)
        {
            await Task.Delay(50, Cancellation);
        }

        await stop.CancelAsync();
        await delivering;
        Assert.InRange(kept.Count, 40, 60);
        Assert.Equal(kept, (await city.DetectionsAsync()).Select(row => row.Plate));
        Assert.Equal(refused, await city.RefusedAsync("spool-full"));
    }

    [Fact]
    public async Task A_count_of_refusals_that_is_told_twice_counts_once()
    {
        await using var city = await TestCity.CreateAsync();
        for (var start = 0; start < 3; start++)
        {
            await using var bench = new DeliveryBench(city.Services, quota: 1 << 20);
            if (start == 0)
            {
                bench.Refusals.Add(city.City.DayOf(TimeProvider.System.GetUtcNow()), 1);
            }

            await bench.Deliverer.StepAsync(Cancellation);
        }

        Assert.Equal(1, await city.RefusedAsync("spool-full"));
    }

    // Another process that holds the database for itself: nobody else can read or write.
    private static async Task<IAsyncDisposable> LockAsync(string folder)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "transparency.db")};Pooling=False");
        await connection.OpenAsync(Cancellation);
        await connection.ExecuteAsync("begin exclusive");
        return connection;
    }
}
