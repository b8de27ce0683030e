using System.Numerics;
using Transparency.Ingest.Recognition;
using Transparency.Ingest.Tests.Recognition.Networks;

namespace Transparency.Ingest.Tests.Recognition;

public sealed class HomographyTests
{
    [Fact]
    public void The_corners_of_the_rectangle_meet_the_corners_of_the_plate_and_back()
    {
        var dice = new Dice(11);
        for (var run = 0; run < 200; run++)
        {
            float Jitter() => dice.Between(-12, 12);
            Vector2[] corners = [new(40 + Jitter(), 30 + Jitter()), new(160 + Jitter(), 34 + Jitter()), new(158 + Jitter(), 98 + Jitter()), new(38 + Jitter(), 92 + Jitter())];
            Vector2[] rectangle = [new(0, 0), new(160, 0), new(160, 64), new(0, 64)];
            var there = Homography.ToCorners(corners, 160, 64);
            var back = Homography.FromCorners(corners, 160, 64);
            for (var i = 0; i < 4; i++)
            {
                Assert.True(Vector2.Distance(corners[i], there.Map(rectangle[i])) < .05f);
                Assert.True(Vector2.Distance(rectangle[i], back.Map(corners[i])) < .5f);
            }
        }
    }
}
