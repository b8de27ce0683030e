using Transparency.Ingest.Worker;

namespace Transparency.Ingest.Tests.Worker;

public sealed class SearchPaceTests
{
    private static readonly TimeSpan Frame = TimeSpan.FromSeconds(1 / 15.0);

    [Fact]
    public void While_a_plate_is_being_read_every_frame_counts() =>
        Assert.Equal(Frame, SearchPace.Interval(InSight.Unsure, TimeSpan.Zero, Frame));

    [Fact]
    public void Motion_without_a_plate_costs_less_the_longer_it_lasts_and_more_than_a_plate_that_was_read()
    {
        var (first, later) = (SearchPace.Interval(InSight.Motion, TimeSpan.Zero, Frame), SearchPace.Interval(InSight.Motion, TimeSpan.FromMinutes(1), Frame));

        Assert.True(Frame < first && first < later && later < SearchPace.Interval(InSight.Sure, TimeSpan.Zero, Frame));
    }

    [Fact]
    public void No_camera_is_searched_more_often_than_its_setting_allows() =>
        Assert.Equal(TimeSpan.FromSeconds(1), SearchPace.Interval(InSight.Unsure, TimeSpan.Zero, TimeSpan.FromSeconds(1)));
}
