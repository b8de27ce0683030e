using Transparency.Core.Approvals;
using Transparency.Core.Cameras;
using Transparency.Core.Detections;
using Transparency.Core.Policies;
using Transparency.Core.Tests.Database;

namespace Transparency.Core.Tests.Detections;

/// <summary>What delivery promises, on either engine.</summary>
public abstract class DeliveryContract
{
    protected abstract TestEngine Engine { get; }

    [Fact]
    public async Task A_detection_is_stored_once_however_often_it_is_sent()
    {
        await using var city = await TestCity.CreateAsync(Engine);
        var batch = new[]
        {
            city.Car("7ABC123", TestCity.HarborCamera, TimeSpan.FromMinutes(2)),
            city.Car("8XYZ999", TestCity.OldTownCamera, TimeSpan.FromMinutes(1)),
        };
        Assert.Equal((2, 0), Counts(await city.DeliverAsync(batch)));
        Assert.Equal((0, 2), Counts(await city.DeliverAsync(batch)));
        Assert.Equal((1, 3), Counts(await city.DeliverAsync([.. batch, batch[0], city.Car("7ABC123", TestCity.HarborCamera, TimeSpan.Zero)])));
        Assert.Equal(3, await city.ScalarAsync<int>("select count(*) from detections"));
        Assert.Equal(2, await city.ScalarAsync<int>("select count(*) from plates"));
    }

    [Fact]
    public async Task A_passing_told_twice_is_one_detection_and_a_later_passing_is_another()
    {
        await using var city = await TestCity.CreateAsync(Engine);
        var first = city.Car("7ABC123", TestCity.HarborCamera, TimeSpan.FromSeconds(100));
        Assert.Equal((1, 0), Counts(await city.DeliverAsync([first])));
        Assert.Equal((0, 2), Counts(await city.DeliverAsync(
        [
            city.Car("7ABC123", TestCity.HarborCamera, TimeSpan.FromSeconds(91)),
            city.Car("7ABC123", TestCity.HarborCamera, TimeSpan.FromSeconds(109)),
        ])));
        Assert.Equal((3, 1), Counts(await city.DeliverAsync(
        [
            city.Car("7ABC123", TestCity.SecondHarborCamera, TimeSpan.FromSeconds(95)),
            city.Car("7ABC124", TestCity.HarborCamera, TimeSpan.FromSeconds(95)),
            city.Car("7ABC123", TestCity.HarborCamera, TimeSpan.FromSeconds(85)),
            city.Car("7ABC123", TestCity.HarborCamera, TimeSpan.FromSeconds(80)),
        ])));
        Assert.Equal(4, await city.ScalarAsync<int>("select value from daily_totals where measure = 'reads' and area_id = ''"));
    }

    [Fact]
    public async Task Reads_are_counted_by_area_and_day_of_the_city_and_repeated_ones_are_not()
    {
        await using var city = await TestCity.CreateAsync(Engine);
        var beforeMidnight = city.Clock.Now - new DateTimeOffset(2026, 11, 21, 23, 59, 0, TimeSpan.FromHours(-8));
        var batch = new[]
        {
            city.Car("7ABC123", TestCity.HarborCamera, TimeSpan.FromMinutes(2)),
            city.Car("7ABC124", TestCity.SecondHarborCamera, TimeSpan.FromMinutes(2)),
            city.Car("7ABC125", TestCity.OldTownCamera, beforeMidnight),
        };
        await city.DeliverAsync(batch);
        await city.DeliverAsync(batch);
        Assert.Equal(2, await city.ScalarAsync<int>("select value from daily_totals where measure = 'reads' and day = '2026-11-22' and area_id = 'harbor'"));
        Assert.Equal(1, await city.ScalarAsync<int>("select value from daily_totals where measure = 'reads' and day = '2026-11-21' and area_id = ''"));
    }

    [Fact]
    public async Task Refused_reads_are_counted_by_camera_and_reason_and_nothing_of_them_is_kept()
    {
        await using var city = await TestCity.CreateAsync(Engine);
        var outcome = await city.DeliverAsync(
        [
            city.Car("7ABC123", 99, TimeSpan.Zero),
            city.Car("7ABC123", TestCity.PlannedCamera, TimeSpan.Zero),
            city.Car("7ABC124", TestCity.PlannedCamera, TimeSpan.Zero),
            city.Car("7ABC123", TestCity.UnapprovedCamera, TimeSpan.Zero),
            city.Car("??", TestCity.HarborCamera, TimeSpan.Zero),
            city.Car("7ABC123", TestCity.HarborCamera, TimeSpan.FromDays(30.01)),
            city.Car("7ABC123", TestCity.HarborCamera, TimeSpan.FromMinutes(-3)),
            city.Car("7ABC123", TestCity.HarborCamera, TimeSpan.FromDays(29.99)),
        ]);
        Assert.Equal(1, outcome.Stored);
        Assert.Equal(
            new Dictionary<string, int>
            {
                [CameraGate.Unknown.Code] = 1,
                [CameraGate.NotLive.Code] = 2,
                [ApprovalRules.Missing.Code] = 1,
                [DeliveryRefusal.PlateUnreadable] = 1,
                [DeliveryRefusal.PastRetention] = 1,
                [DeliveryRefusal.ClockAhead] = 1,
            },
            outcome.Refused);
        var counted = await city.Get<IngestRefusals>().OfAsync(new DateOnly(2026, 11, 22), TestContext.Current.CancellationToken);
        Assert.Contains(counted, row => row is { Camera: TestCity.PlannedCamera, Count: 2 } && row.Reason == CameraGate.NotLive.Code);
        Assert.Equal(7, counted.Sum(row => row.Count));
        Assert.Equal(1, await city.ScalarAsync<int>("select count(*) from plates"));
    }

    [Fact]
    public async Task Without_a_policy_in_force_nothing_is_stored()
    {
        await using var city = await TestCity.CreateAsync(Engine, withPolicy: false);
        var outcome = await city.DeliverAsync([city.Car("7ABC123", TestCity.HarborCamera, TimeSpan.Zero)]);
        Assert.Equal(1, outcome.Refused[CameraGate.NoPolicy.Code]);
        Assert.Equal(0, await city.ScalarAsync<int>("select count(*) from detections"));
    }

    [Fact]
    public async Task A_policy_that_shortens_retention_refuses_what_it_would_destroy()
    {
        await using var city = await TestCity.CreateAsync(Engine);
        await city.PublishAsync(PolicyPresets.Washington);
        var outcome = await city.DeliverAsync([city.Car("7ABC123", TestCity.HarborCamera, TimeSpan.FromDays(25))]);
        Assert.Equal(1, outcome.Refused[DeliveryRefusal.PastRetention]);
    }

    [Fact]
    public async Task Two_processes_that_deliver_the_same_batch_at_once_store_it_once()
    {
        await using var city = await TestCity.CreateAsync(Engine);
        var batch = Enumerable.Range(0, 50).Select(i => city.Car($"7ABC{i:000}", TestCity.HarborCamera, TimeSpan.FromSeconds(i), [1, 2, 3])).ToList();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => city.DeliverAsync(batch), TestContext.Current.CancellationToken)));
        Assert.Equal(50, outcomes.Sum(outcome => outcome.Stored));
        Assert.Equal(50, await city.ScalarAsync<int>("select value from daily_totals where measure = 'reads' and area_id = ''"));
    }

    [Fact]
    public async Task Hostile_text_is_kept_as_text()
    {
        await using var city = await TestCity.CreateAsync(Engine);
        var car = city.Car("7ABC123", TestCity.HarborCamera, TimeSpan.Zero) with
        {
            Vehicle = new VehicleDescription("'); drop table vehicles; -- <script>", "Škoda\r\n " + new string('x', 500), (VehicleType)99),
            State = "<b",
            Confidence = double.NaN,
            Candidates = Enumerable.Repeat(new PlateCandidate("ABCDEFGHIJ", 1000), 50).ToList(),
        };
        Assert.Equal(1, (await city.DeliverAsync([car])).Stored);
        Assert.Equal("'); drop table vehicles; -- <script>", await city.ScalarAsync<string>("select make from vehicles"));
        Assert.Equal("Škoda " + new string('x', 34), await city.ScalarAsync<string>("select model from vehicles"));
        Assert.Equal((1, 0), (await city.ScalarAsync<int>("select vehicle_id from detections"), await city.ScalarAsync<int>("select type from vehicles")));
        Assert.Null(await city.ScalarAsync<string>("select state from detections"));
    }

    private static (int Stored, int Repeated) Counts(DeliveryOutcome outcome) => (outcome.Stored, outcome.Repeated);
}

public sealed class DeliveryOnSqlite : DeliveryContract
{
    protected override TestEngine Engine => TestEngine.Sqlite;
}

public sealed class DeliveryOnSqlServer : DeliveryContract
{
    protected override TestEngine Engine => TestEngine.SqlServer;
}
