using Transparency.Ingest.Recognition;

namespace Transparency.Ingest.Tracking;

/// <summary>
/// The part of a frame that may be kept: the rear of one vehicle around its plate, cut so that little of its windows and nothing of
/// the street is in it; where windows may be it is blurred. The rest of the frame is never stored.
/// </summary>
public sealed class VehiclePicture
{
    // In widths of the plate. A car is about six plates wide and its rear window begins about two above the plate.
    private const float Aside = 1.5f;
    private const float Above = 1.1f;
    private const float Below = 0.7f;

    private VehiclePicture(Frame pixels, PlateBox plate) => (Pixels, Plate) = (pixels, plate);

    /// <summary>The cut-out, with planes of its own.</summary>
    public Frame Pixels { get; }

    /// <summary>Where the plate is in the cut-out.</summary>
    public PlateBox Plate { get; }

    /// <summary>Cuts the surroundings of a plate out of a frame. Null when the box lies outside the frame.</summary>
    public static VehiclePicture? Cut(Frame frame, PlateBox plate)
    {
        // Even edges, so that the chroma planes are cut along the same lines.
        var left = Math.Max(0, (int)(plate.X - (plate.Width * Aside))) & ~1;
        var top = Math.Max(0, (int)(plate.Y - (plate.Width * Above))) & ~1;
        var right = Math.Min(frame.Width, (int)(plate.Right + (plate.Width * Aside))) & ~1;
        var bottom = Math.Min(frame.Height, (int)(plate.Bottom + (plate.Width * Below))) & ~1;
        var (width, height) = (right - left, bottom - top);
        if (width < 2 || height < 2)
        {
            return null;
        }

        var pixels = new Frame
        {
            Width = width,
            Height = height,
            Grey = Cut(frame.Grey, frame.Width, left, top, width, height),
            U = frame.U is { } u ? Cut(u, frame.ChromaWidth, left / 2, top / 2, width / 2, height / 2) : null,
            V = frame.V is { } v ? Cut(v, frame.ChromaWidth, left / 2, top / 2, width / 2, height / 2) : null,
            CapturedAt = frame.CapturedAt,
        };
        Blur(pixels, plate.Y - top, plate.Width);
        return new VehiclePicture(pixels, plate with { X = plate.X - left, Y = plate.Y - top });
    }

    private static void Blur(Frame pixels, float plateTop, float plateWidth)
    {
        var rows = WindowBlur.FirstSharpRow(plateTop, plateWidth, pixels.Height);
        WindowBlur.Apply(pixels.Grey, pixels.Width, rows, plateWidth);
        foreach (var chroma in new[] { pixels.U, pixels.V })
        {
            if (chroma is not null)
            {
                WindowBlur.Apply(chroma, pixels.Width / 2, rows / 2, plateWidth / 2);
            }
        }
    }

    private static byte[] Cut(byte[] plane, int stride, int left, int top, int width, int height)
    {
        var part = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            plane.AsSpan(((top + y) * stride) + left, width).CopyTo(part.AsSpan(y * width));
        }

        return part;
    }
}
