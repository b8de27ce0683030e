using Transparency.Reports.Seal;

namespace Transparency.Reports.Tests.Seal;

public sealed class CoinTests
{
    [Fact]
    public void Every_digit_of_the_hash_is_a_ray()
    {
        var rays = Coin.Rays(new string('0', 63) + "f");
        Assert.Equal(64, rays.Count(c => c == 'M'));
        Assert.NotEqual(rays, Coin.Rays(new string('0', 64)));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1")]
    [InlineData(10, "1010")]
    [InlineData(long.MaxValue, "111111111111111111111111111111111111111111111111111111111111111")]
    public void The_ring_spells_the_size_in_binary(long size, string expected) =>
        Assert.Equal(expected, string.Concat(Coin.Bits(size).Select(b => b.One ? '1' : '0')));
}
