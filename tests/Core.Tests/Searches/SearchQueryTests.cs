using Transparency.Core.Detections;
using Transparency.Core.Policies;
using Transparency.Core.Searches;

namespace Transparency.Core.Tests.Searches;

public sealed class SearchQueryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 20, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_plate_needs_neither_an_area_nor_a_short_window() => Assert.Empty(Codes(Request("7ABC123", hours: 24 * 30)));

    [Fact]
    public void A_search_without_a_plate_needs_an_area() => Assert.Equal([SearchRefusal.AreaNeeded], Codes(Request("", hours: 2)));

    [Fact]
    public void A_search_without_a_plate_needs_a_window_no_longer_than_the_policy_allows()
    {
        Assert.Empty(Codes(Request("", hours: 24, "harbor")));
        Assert.Equal([SearchRefusal.WindowTooLong], Codes(Request("", hours: 24.001, "harbor")));
    }

    [Fact]
    public void A_search_for_nothing_is_refused_for_both_reasons() =>
        Assert.Equal([SearchRefusal.AreaNeeded, SearchRefusal.WindowTooLong], Codes(Request("  ", hours: 48)));

    [Fact]
    public void A_pattern_that_cannot_be_read_is_not_taken_for_a_search_without_a_plate() =>
        Assert.Equal([SearchRefusal.PlateOnlyWildcards], Codes(Request("***", hours: 2, "harbor")));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_window_must_begin_before_it_ends(double hours) => Assert.Equal([SearchRefusal.WindowInvalid], Codes(Request("7ABC123", hours)));

    [Fact]
    public void A_window_that_has_not_begun_is_refused()
    {
        var request = Request("7ABC123", hours: 1) with { From = Now.AddHours(1), To = Now.AddHours(2) };
        Assert.Equal([SearchRefusal.WindowInvalid], Codes(request));
    }

    [Fact]
    public void A_window_ends_now_at_the_latest_and_begins_no_earlier_than_data_is_kept()
    {
        var request = Request("7ABC123", hours: 1) with { From = DateTimeOffset.MinValue, To = DateTimeOffset.MaxValue };
        var (query, refusals) = SearchQuery.Read(request, PolicyPresets.California, [], Now);
        Assert.Empty(refusals);
        Assert.Equal((Now.AddDays(-30), Now), (query.From, query.To));
    }

    [Fact]
    public void An_area_that_does_not_exist_is_refused_and_left_out_of_the_query()
    {
        var (query, refusals) = SearchQuery.Read(Request("7ABC123", 2, "harbor", "' or 1=1"), PolicyPresets.California, ["' or 1=1"], Now);
        Assert.Equal(SearchRefusal.AreaUnknown, refusals.Single().Code);
        Assert.Equal(["harbor"], query.Areas);
    }

    [Fact]
    public void Traits_are_tidied_and_what_cannot_be_one_is_refused()
    {
        var (query, refusals) = SearchQuery.Read(
            Request("", 2, "harbor") with { Vehicle = new() { State = " ca", Make = " Toyota " } }, PolicyPresets.California, [], Now);
        Assert.Empty(refusals);
        Assert.Equal(new VehicleTraits { State = "CA", Make = "Toyota" }, query.Vehicle);
        Assert.Equal(["state", "make"], query.Vehicle.Names);
        Assert.Equal([SearchRefusal.StateInvalid], Codes(Request("", 2, "harbor") with { Vehicle = new() { State = "C1" } }));
        Assert.Equal([SearchRefusal.VehicleInvalid], Codes(Request("", 2, "harbor") with { Vehicle = new() { Make = "-" } }));
        Assert.Equal([SearchRefusal.VehicleInvalid], Codes(Request("", 2, "harbor") with { Vehicle = new() { Colour = (VehicleColour)99 } }));
    }

    private static IEnumerable<string> Codes(SearchRequest request) =>
        SearchQuery.Read(request, PolicyPresets.California, [], Now).Refusals.Select(refusal => refusal.Code);

    private static SearchRequest Request(string plate, double hours, params string[] areas) => new()
    {
        Plate = plate,
        From = Now.AddHours(-hours),
        To = Now,
        Areas = areas,
        Purpose = "",
        CaseNumber = "",
        Basis = "",
    };
}
