using Transparency.Ingest.Recognition;

namespace Transparency.Ingest.Tracking;

/// <summary>How clear a plate is in a frame.</summary>
public static class Sharpness
{
    /// <summary>Mean step of luma from one pixel to the next along the rows of the box: 0 for a blank or blurred one, up to 255.</summary>
    public static float Of(Frame frame, PlateBox box)
    {
        var (left, right) = (Math.Max(0, (int)box.X), Math.Min(frame.Width - 1, (int)box.Right));
        var (top, bottom) = (Math.Max(0, (int)box.Y), Math.Min(frame.Height - 1, (int)box.Bottom));
        long sum = 0;
        for (var y = top; y <= bottom; y++)
        {
            var row = frame.Grey.AsSpan(y * frame.Width, frame.Width);
            for (var x = left; x < right; x++)
            {
                sum += Math.Abs(row[x + 1] - row[x]);
            }
        }

        var pixels = (long)(right - left) * (bottom - top + 1);
        return pixels <= 0 ? 0 : (float)sum / pixels;
    }
}
