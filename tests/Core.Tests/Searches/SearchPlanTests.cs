using Transparency.Core.Searches;

namespace Transparency.Core.Tests.Searches;

/// <summary>The choices that matter at a hundred million reads of four million plates.</summary>
public sealed class SearchPlanTests
{
    private static readonly SearchShape Month = new()
    {
        Plates = 1,
        AllPlates = 4_300_000,
        InWindow = 100_000_000,
        CameraShare = 1,
        Cameras = null,
        EndsNow = true,
        IsCountKnown = false,
        IsFiltered = false,
    };

    [Fact]
    public void A_few_plates_are_read_by_plate() => Assert.Equal(SearchWay.ByPlate, SearchPlan.Choose(Month with { Plates = 300 }));

    [Fact]
    public void Every_tenth_plate_is_read_in_order() =>
        Assert.Equal(SearchWay.InOrder, SearchPlan.Choose(Month with { Plates = 430_000, IsCountKnown = true }));

    [Fact]
    public void Two_known_characters_at_ten_cameras_in_a_day_are_read_by_camera() => Assert.Equal(
        SearchWay.ByCamera,
        SearchPlan.Choose(Month with { Plates = 100_000, InWindow = 3_300_000, CameraShare = 0.02, Cameras = 10, IsFiltered = true }));

    [Fact]
    public void One_plate_at_ten_cameras_is_read_by_plate() => Assert.Equal(
        SearchWay.ByPlate, SearchPlan.Choose(Month with { InWindow = 3_300_000, CameraShare = 0.02, Cameras = 10, IsFiltered = true }));

    [Fact]
    public void Every_plate_is_read_by_camera_where_cameras_are_named_and_in_order_where_they_are_many()
    {
        Assert.Equal(SearchWay.ByCamera, SearchPlan.Choose(Month with { Plates = null, Cameras = 10, CameraShare = 0.02 }));
        Assert.Equal(SearchWay.InOrder, SearchPlan.Choose(Month with { Plates = null, Cameras = 400, CameraShare = 0.8 }));
    }
}
