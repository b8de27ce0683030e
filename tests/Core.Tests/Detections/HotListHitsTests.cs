namespace Transparency.Core.Tests.Detections;

public sealed class HotListHitsTests
{
    private const string Lists =
        """
        insert into hot_lists (id, name, source, kind, refreshed_ms, is_enabled)
        values ('list-1', 'Stolen vehicles', 'State', 'stolen-vehicle', 0, 1), ('list-2', 'Switched off', 'State', 'stolen-vehicle', 0, 0);
        insert into hot_list_entries (id, list_id, plate, state, reason, added_ms, expires_ms)
        values ('entry-1', 'list-1', '7ABC123', 'CA', 'stolen', 0, null), ('entry-2', 'list-1', '8XYZ999', null, 'stolen', 0, 1),
               ('entry-3', 'list-2', '9DEF456', null, 'stolen', 0, null)
        """;

    [Fact]
    public async Task A_read_on_a_hot_list_raises_an_alert_with_its_log_entry_in_the_same_transaction()
    {
        await using var city = await TestCity.CreateAsync();
        await city.ExecuteAsync(Lists);
        var car = city.Car("7abc 123", TestCity.HarborCamera, TimeSpan.Zero) with { State = "NV" };
        var outcome = await city.DeliverAsync([car]);
        Assert.Equal(("entry-1", car.Id), (outcome.Alerts.Single().ListEntryId, outcome.Alerts.Single().Detection));
        Assert.Equal(1, await city.ScalarAsync<int>("select count(*) from alerts"));
        Assert.Equal(1, await city.ScalarAsync<int>("select value from daily_totals where measure = 'hits' and area_id = 'harbor'"));
        var entry = await city.LastEntryAsync("alert-raised");
        Assert.Equal(("stolen-vehicle", "7ABC123", "system"), (entry!["list-kind"], entry["plate"], entry["user"]));
    }

    [Theory]
    [InlineData("7A8C123", 0.9, "CA", true)]
    [InlineData("7A8C123", 0.9, null, true)]
    [InlineData("7A8C123", 0.9, "NV", false)]
    [InlineData("7A8C123", 0.99, "CA", false)]
    [InlineData("748C123", 0.9, "CA", false)]
    [InlineData("7AEC123", 0.9, "CA", false)]
    public async Task A_read_in_doubt_that_looks_like_a_listed_plate_raises_an_alert_marked_so(
        string plate, double confidence, string? state, bool isRaised)
    {
        await using var city = await TestCity.CreateAsync();
        await city.ExecuteAsync(Lists);
        var outcome = await city.DeliverAsync(
            [city.Car(plate, TestCity.HarborCamera, TimeSpan.Zero) with { Confidence = confidence, State = state }]);
        Assert.Equal(isRaised ? ["look-alike"] : [], outcome.Alerts.Select(alert => alert.Likeness));
        Assert.Equal(isRaised ? "look-alike" : null, await city.ScalarAsync<string>("select likeness from alerts"));
        Assert.Equal(isRaised ? plate : null, (await city.LastEntryAsync("alert-raised"))?["plate"]);
    }

    [Fact]
    public async Task The_exact_plate_on_a_list_leaves_its_look_alikes_alone()
    {
        await using var city = await TestCity.CreateAsync();
        await city.ExecuteAsync(Lists);
        await city.ExecuteAsync(
            """
            insert into hot_list_entries (id, list_id, plate, state, reason, added_ms, expires_ms)
            values ('entry-4', 'list-1', '7A8C123', null, 'stolen', 0, null)
            """);
        var alert = Assert.Single((await city.DeliverAsync([city.Car("7A8C123", TestCity.HarborCamera, TimeSpan.Zero)])).Alerts);
        Assert.Equal(("entry-4", "exact"), (alert.ListEntryId, alert.Likeness));
    }

    [Fact]
    public async Task What_changes_on_a_list_counts_from_the_next_delivery_on()
    {
        await using var city = await TestCity.CreateAsync();
        var minutes = 0;
        async Task<int> PassAsync() =>
            (await city.DeliverAsync([city.Car("7ABC123", TestCity.HarborCamera, TimeSpan.FromMinutes(++minutes))])).Alerts.Count;
        Assert.Equal(0, await PassAsync());
        await city.ExecuteAsync(Lists);
        Assert.Equal(1, await PassAsync());
        await city.ExecuteAsync("update hot_lists set is_enabled = 0 where id = 'list-1'");
        Assert.Equal(0, await PassAsync());
        await city.ExecuteAsync("update hot_lists set is_enabled = 1 where id = 'list-1'");
        Assert.Equal(1, await PassAsync());
        await city.ExecuteAsync("delete from hot_list_entries where id = 'entry-1'");
        Assert.Equal(0, await PassAsync());
    }

    [Fact]
    public async Task An_expired_entry_and_a_list_that_is_off_raise_nothing()
    {
        await using var city = await TestCity.CreateAsync();
        await city.ExecuteAsync(Lists);
        var outcome = await city.DeliverAsync(
            [city.Car("8XYZ999", TestCity.HarborCamera, TimeSpan.Zero), city.Car("9DEF456", TestCity.HarborCamera, TimeSpan.Zero)]);
        Assert.Empty(outcome.Alerts);
        Assert.Null(await city.LastEntryAsync("alert-raised"));
    }

    [Fact]
    public async Task A_read_sent_twice_raises_its_alert_once()
    {
        await using var city = await TestCity.CreateAsync();
        await city.ExecuteAsync(Lists);
        var car = city.Car("7ABC123", TestCity.HarborCamera, TimeSpan.Zero);
        await city.DeliverAsync([car]);
        Assert.Empty((await city.DeliverAsync([car])).Alerts);
    }

    [Fact]
    public async Task When_the_alert_cannot_be_logged_the_batch_is_not_stored()
    {
        await using var city = await TestCity.CreateAsync();
        await city.ExecuteAsync(Lists);
        await city.ExecuteAsync("create trigger full_disk before insert on log_entries begin select raise(abort, 'disk full'); end");
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
            () => city.DeliverAsync([city.Car("7ABC123", TestCity.HarborCamera, TimeSpan.Zero)]));
        Assert.Equal(0, await city.ScalarAsync<int>("select count(*) from detections"));
    }
}
