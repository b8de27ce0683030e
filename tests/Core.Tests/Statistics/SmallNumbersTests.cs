using FsCheck;
using FsCheck.Fluent;
using Transparency.Core.Statistics;

namespace Transparency.Core.Tests.Statistics;

public sealed class SmallNumbersTests
{
    [Theory]
    [InlineData("0 0 0", "0 0 0", "0")]
    [InlineData("10 20 30", "10 20 30", "60")]
    [InlineData("9 20 30", "? ? 30", "59")]
    [InlineData("3 0 0", "? 0 0", "?")]
    [InlineData("3 4 0", "? ? 0", "?")]
    [InlineData("3 9 40", "? ? 40", "52")]
    [InlineData("3 4 40", "? ? ?", "47")]
    [InlineData("1 500 12", "? 500 ?", "513")]
    [InlineData("7", "?", "?")]
    public void A_small_count_is_withheld_and_cannot_be_worked_out_from_the_total(string counts, string published, string total)
    {
        var result = SmallNumbers.Protect(counts.Split(' ').Select(long.Parse).ToList(), 10);
        Assert.Equal(published, string.Join(' ', result.Counts.Select(Text)));
        Assert.Equal(total, Text(result.Total));
    }

    [Fact]
    public void Nobody_can_narrow_a_withheld_count_to_below_the_threshold() => Prop.ForAll(
        Gen.Choose(0, 40).Select(value => (long)value).ListOf().ToArbitrary(),
        Gen.Choose(2, 15).ToArbitrary(),
        (counts, threshold) =>
        {
            var result = SmallNumbers.Protect(counts.ToList(), threshold);
            var withheld = Enumerable.Range(0, counts.Count).Where(i => result.Counts[i] is null).ToList();
            Assert.All(Enumerable.Range(0, counts.Count), i => Assert.True(result.Counts[i] is null || result.Counts[i] == counts[i]));
            Assert.All(withheld, i => Assert.True(counts[i] > 0));
            Assert.DoesNotContain(result.Counts, count => count is { } shown && SmallNumbers.IsSmall(shown, threshold));
            if (withheld.Count > 0 && result.Total is { } total)
            {
                Assert.Equal(counts.Sum(), total);
                var sum = total - result.Counts.Sum(count => count ?? 0);
                Assert.True(withheld.Count >= 2);
                Assert.True(sum - (withheld.Count - 1) >= threshold);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_threshold_of_one_withholds_nothing() =>
        Assert.Equal([1L, 2L, 0L], SmallNumbers.Protect([1, 2, 0], 1).Counts.Select(count => count!.Value));

    private static string Text(long? count) => count?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?";
}
