using System.Numerics;
using Transparency.Ingest.Recognition;
using Transparency.Ingest.Recognition.Rendering;

namespace Transparency.Bench;

internal static class BenchFrame
{
    /// <summary>A plain grey street of the given size with one plate, 150 pixels wide, slightly turned.</summary>
    public static Frame WithPlate(int width, int height, string plate, int number)
    {
        var picture = new RgbPicture(width, height);
        picture.Pixels.AsSpan().Fill(96);
        var corner = new Vector2(200 + (number * 90), 250 + (number * 30));
        Vector2[] corners = [corner, corner + new Vector2(150, 4), corner + new Vector2(148, 78), corner + new Vector2(-2, 74)];
        PlateArt.Draw(picture, corners, plate);
        return new Frame { Width = width, Height = height, Grey = picture.ToGrey(), CapturedAt = DateTimeOffset.UnixEpoch };
    }
}
