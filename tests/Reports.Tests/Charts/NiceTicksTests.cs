using FsCheck.Fluent;
using Transparency.Reports.Charts;

namespace Transparency.Reports.Tests.Charts;

public sealed class NiceTicksTests
{
    [Theory]
    [InlineData(0, "0 1")]
    [InlineData(1, "0 1")]
    [InlineData(3, "0 1 2 3")]
    [InlineData(8664, "0 2500 5000 7500 10000")]
    [InlineData(10000, "0 2500 5000 7500 10000")]
    [InlineData(96, "0 25 50 75 100")]
    [InlineData(1_300_000, "0 500000 1000000 1500000")]
    public void Ticks_are_round_numbers(double max, string expected) =>
        Assert.Equal(expected, string.Join(' ', NiceTicks.UpTo(max)));

    [Fact]
    public void Ticks_start_at_zero_reach_the_maximum_and_are_few_whole_numbers() =>
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), max =>
        {
            var ticks = NiceTicks.UpTo(max);
            return ticks[0] == 0 && ticks[^1] >= max && ticks[^2] < Math.Max(max, 1)
                && ticks.Count is >= 2 and <= 6 && ticks.All(t => t == Math.Floor(t));
        }));
}
