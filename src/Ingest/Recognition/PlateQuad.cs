using System.Numerics;

namespace Transparency.Ingest.Recognition;

/// <summary>
/// Where a plate may be: its four corners in pixels of the frame, clockwise from the plate's top left, and the finder's score, 0 to 1.
/// </summary>
public readonly record struct PlateQuad(Vector2 TopLeft, Vector2 TopRight, Vector2 BottomRight, Vector2 BottomLeft, float Score)
{
    public PlateBox Box
    {
        get
        {
            var low = Vector2.Min(Vector2.Min(TopLeft, TopRight), Vector2.Min(BottomLeft, BottomRight));
            var high = Vector2.Max(Vector2.Max(TopLeft, TopRight), Vector2.Max(BottomLeft, BottomRight));
            return new(low.X, low.Y, high.X - low.X, high.Y - low.Y);
        }
    }

    public static PlateQuad Upright(PlateBox box, float score) => new(
        new(box.X, box.Y), new(box.X + box.Width, box.Y), new(box.X + box.Width, box.Y + box.Height), new(box.X, box.Y + box.Height), score);

    public PlateQuad Moved(Vector2 origin, float scale) => new(
        (TopLeft - origin) * scale, (TopRight - origin) * scale, (BottomRight - origin) * scale, (BottomLeft - origin) * scale, Score);

    /// <summary>The corners with a share of the sides added around them.</summary>
    public PlateQuad Grown(float shareX, float shareY)
    {
        var right = (TopRight - TopLeft + BottomRight - BottomLeft) / 2 * shareX;
        var down = (BottomLeft - TopLeft + BottomRight - TopRight) / 2 * shareY;
        return new(TopLeft - right - down, TopRight + right - down, BottomRight + right + down, BottomLeft - right + down, Score);
    }
}
