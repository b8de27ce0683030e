using Bunit;
using Transparency.Core.Cameras;
using Transparency.Core.Policies;
using Transparency.Portal.Staff.Searches;
using Transparency.Portal.Tests.Host;

namespace Transparency.Portal.Tests.Staff.Searches;

public sealed class QueryFieldsTests : ComponentTests
{
    private readonly SearchDraft _draft = new();

    [Theory]
    [InlineData("***")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGH")]
    public void A_plate_that_cannot_be_searched_is_answered_while_typing_and_kept(string plate)
    {
        var form = Fields();
        form.Find("#plate").Input(plate);
        Assert.NotNull(form.Find("#plate-help .error"));
        Assert.Equal(plate, _draft.Plate);
        Assert.Empty(form.FindAll("script"));
    }

    [Fact]
    public void The_last_hour_ends_with_the_minute_that_has_begun_in_the_citys_time()
    {
        Fields().FindAll(".quick button")[0].Click();
        Assert.Equal(("2026-11-22T11:00", "2026-11-22T12:01"), (_draft.From, _draft.To));
        var request = _draft.ToRequest(SampleCity.City);
        Assert.Equal((SampleCity.Noon.AddHours(-1), SampleCity.Noon.AddMinutes(1)), (request.From, request.To));
    }

    [Theory]
    [InlineData("", "2026-11-22T12:00")]
    [InlineData("2026-11-22T12:00", "tomorrow")]
    [InlineData("2026-03-08T02:30", "2026-03-08T04:00")]
    public void A_time_that_does_not_exist_makes_an_empty_window_rather_than_a_wide_one(string from, string to)
    {
        (_draft.From, _draft.To) = (from, to);
        var request = _draft.ToRequest(SampleCity.City);
        Assert.False(request.From < request.To);
    }

    [Fact]
    public void Areas_are_chosen_and_taken_back()
    {
        var form = Fields();
        form.FindAll("#areas input")[1].Change(true);
        Assert.Equal(["old-town"], _draft.Areas);
        form.FindAll("#areas input")[1].Change(false);
        Assert.Empty(_draft.Areas);
    }

    private IRenderedComponent<QueryFields> Fields() => Render<QueryFields>(fields => fields
        .Add(f => f.Draft, _draft)
        .Add(f => f.Terms, PolicyPresets.California)
        .Add(f => f.Areas,
        [
            new Area { Id = "harbor", Name = "Harbor", Ordinal = 1, Outline = "" },
            new Area { Id = "old-town", Name = "Old Town", Ordinal = 2, Outline = "" },
        ]));
}
