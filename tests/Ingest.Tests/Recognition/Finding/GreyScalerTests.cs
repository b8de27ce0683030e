using Transparency.Ingest.Recognition.Finding;
using Transparency.Ingest.Tests.Recognition.Networks;

namespace Transparency.Ingest.Tests.Recognition.Finding;

public sealed class GreyScalerTests
{
    [Theory]
    [InlineData(641, 479, 160, 120)]
    [InlineData(1920, 1080, 640, 360)]
    [InlineData(100, 80, 90, 70)]
    [InlineData(7, 5, 14, 10)]
    public void A_flat_picture_stays_flat_and_fills_its_place_alone(int sourceWidth, int sourceHeight, int width, int height)
    {
        var source = new byte[sourceWidth * sourceHeight];
        Array.Fill(source, (byte)200);
        var (stride, rows) = (width + 9, height + 7);
        var target = new float[stride * rows];

        new GreyScaler().Scale(source, sourceWidth, sourceHeight, target, stride, 4, 3, width, height);

        for (var i = 0; i < target.Length; i++)
        {
            var inside = i % stride >= 4 && i % stride < 4 + width && i / stride >= 3 && i / stride < 3 + height;
            Assert.Equal(inside ? (200 / 127.5f) - 1 : 0, target[i], 4);
        }
    }

    [Fact]
    public void Shrinking_to_a_third_averages_blocks_of_nine()
    {
        var dice = new Dice(3);
        var source = new byte[90 * 60];
        foreach (ref var value in source.AsSpan())
        {
            value = (byte)dice.Between(0, 255);
        }

        var target = new float[30 * 20];
        new GreyScaler().Scale(source, 90, 60, target, 30, 0, 0, 30, 20);

        for (var i = 0; i < target.Length; i++)
        {
            var sum = 0;
            for (var k = 0; k < 9; k++)
            {
                sum += source[(((i / 30 * 3) + (k / 3)) * 90) + (i % 30 * 3) + (k % 3)];
            }

            Assert.Equal((sum / 9f / 127.5f) - 1, target[i], 4);
        }
    }
}
