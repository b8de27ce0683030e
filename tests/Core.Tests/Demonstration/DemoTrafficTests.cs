using Transparency.Core.Demonstration;

namespace Transparency.Core.Tests.Demonstration;

public sealed class DemoTrafficTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 20, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Thursday = new(2026, 11, 12);

    private static readonly DemoTraffic Traffic = Make(7);

    [Fact]
    public void The_same_seed_draws_the_same_day_and_another_seed_another() =>
        Assert.True(Make(7).Day(Thursday).SequenceEqual(Traffic.Day(Thursday)) && !Make(8).Day(Thursday).SequenceEqual(Traffic.Day(Thursday)));

    [Fact]
    public void A_day_lies_within_its_day_and_no_number_is_drawn_twice()
    {
        // The days the clocks change are 23 and 25 hours long.
        foreach (var day in new[] { Thursday, new DateOnly(2026, 3, 8), new DateOnly(2026, 11, 1) })
        {
            var passings = Traffic.Day(day).ToList();
            Assert.All(passings, passing => Assert.Equal(day, SeedDemonstration.City.DayOf(passing.Id.CapturedAt)));
            Assert.Equal(passings.Count, passings.Select(passing => passing.Id).Distinct().Count());
        }
    }

    [Fact]
    public void Nothing_passes_after_now() =>
        Assert.All(Traffic.Day(new DateOnly(2026, 11, 22)), passing => Assert.True(passing.Id.CapturedAt <= Now));

    [Fact]
    public void Commuters_return_the_next_day_and_the_streets_are_busier_at_rush_hour_than_at_night()
    {
        var (day, next) = (Traffic.Day(Thursday).ToList(), Traffic.Day(Thursday.AddDays(-1)).ToList());
        var share = (double)day.Select(passing => passing.Plate).Intersect(next.Select(passing => passing.Plate)).Count() / day.Count;
        Assert.InRange(share, 0.2, 0.6);
        int At(int hour) => day.Count(passing => passing.Id.CapturedAt.ToOffset(TimeSpan.FromHours(-8)).Hour == hour);
        Assert.True(At(17) > 5 * At(3));
    }

    [Fact]
    public void No_plate_is_one_that_is_issued() => Assert.All(Traffic.Day(Thursday), passing => Assert.Equal('0', passing.Vehicle.Plate[0]));

    private static DemoTraffic Make(ulong seed)
    {
        var scene = new DemoScene(SeedDemonstration.City, Now, seed);
        return new DemoTraffic(
            scene.Calendar, scene.Outages, scene.Random.For("traffic"), new DemoHotLists(scene).Vehicles, scene.Days.LaterCamerasLive);
    }
}
