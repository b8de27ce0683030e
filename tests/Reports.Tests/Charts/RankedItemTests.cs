using Transparency.Reports.Charts;

namespace Transparency.Reports.Tests.Charts;

public sealed class RankedItemTests
{
    [Fact]
    public void The_largest_stands_first_and_equal_ones_stand_by_name() =>
        Assert.Equal(["c", "a", "b"], RankedItem.Rank([new("b", 1), new("a", 1), new("c", 9)], 5).Select(i => i.Label));

    [Fact]
    public void The_rest_is_one_last_row_and_no_count_is_lost()
    {
        var ranked = RankedItem.Rank(Enumerable.Range(1, 30).Select(i => new RankedItem($"Area {i}", i)), 5);
        Assert.Equal(5, ranked.Count);
        Assert.Equal("26 others", ranked[^1].Label);
        Assert.Equal(465, ranked.Sum(i => i.Value));
    }
}
