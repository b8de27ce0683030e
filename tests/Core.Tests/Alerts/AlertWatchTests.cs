using Transparency.Core.Alerts;
using Transparency.Core.HotLists;

namespace Transparency.Core.Tests.Alerts;

public sealed class AlertWatchTests
{
    private static readonly TimeOnly Noon = new(12, 0);

    [Fact]
    public void Who_has_set_nothing_is_called_for_everything() =>
        Assert.All(HotListKind.All, kind => Assert.True(AlertWatch.Everything.Calls(kind, "harbor", Noon)));

    [Theory]
    [InlineData(HotListKind.AmberAlert, 1, true)]
    [InlineData(HotListKind.WantedPerson, 1, false)]
    [InlineData(HotListKind.WantedPerson, 2, true)]
    [InlineData(HotListKind.StolenPlate, 2, false)]
    [InlineData(HotListKind.StolenPlate, 3, true)]
    public void Less_urgent_alerts_than_asked_for_do_not_call(string kind, int least, bool calls) =>
        Assert.Equal(calls, (AlertWatch.Everything with { LeastPriority = least }).Calls(kind, "harbor", Noon));

    [Fact]
    public void Other_areas_do_not_call()
    {
        var watch = AlertWatch.Everything with { Areas = ["harbor"] };
        Assert.True(watch.Calls(HotListKind.StolenPlate, "harbor", Noon));
        Assert.False(watch.Calls(HotListKind.StolenPlate, "old-town", Noon));
    }

    [Theory]
    [InlineData(22, 6, 23, true)]
    [InlineData(22, 6, 5, true)]
    [InlineData(22, 6, 6, false)]
    [InlineData(22, 6, 12, false)]
    [InlineData(8, 16, 8, true)]
    [InlineData(8, 16, 16, false)]
    [InlineData(8, 8, 3, true)]
    public void A_watch_has_hours_and_may_pass_midnight(int from, int to, int hour, bool calls) =>
        Assert.Equal(calls, (AlertWatch.Everything with { FromMinute = from * 60, ToMinute = to * 60 }).Calls(HotListKind.StolenPlate, "", new TimeOnly(hour, 0)));

    [Fact]
    public async Task A_watch_is_kept()
    {
        await using var city = await TestCity.CreateAsync();
        var store = city.Get<AlertWatchStore>();
        var watch = new AlertWatch { Areas = ["harbor"], LeastPriority = 2, FromMinute = 60, ToMinute = 120, Sound = false };
        await store.SaveAsync(AuditTrail.MarisolBay.OfficerId, watch, TestContext.Current.CancellationToken);
        var kept = await store.OfAsync(AuditTrail.MarisolBay.OfficerId, TestContext.Current.CancellationToken);
        Assert.Equivalent(watch, kept);
    }

    [Theory]
    [InlineData(true, true, true, Verification.Confirmed)]
    [InlineData(false, true, true, Verification.Misread)]
    [InlineData(true, false, true, Verification.WrongState)]
    [InlineData(true, true, false, Verification.Stale)]
    [InlineData(false, false, false, Verification.Misread)]
    public void The_first_no_is_what_was_wrong(bool plate, bool state, bool active, string finding) =>
        Assert.Equal(finding, AlertFinding.Of(plate, state, active));
}
