using System.Numerics;
using Transparency.Core.Detections;

namespace Transparency.Ingest.Recognition.Vehicles;

/// <summary>
/// The colour of a vehicle, from the paint around its plate: every sampled pixel is put into one of ten classes by hue, saturation and its
/// brightness against the brightest parts of the picture, and the class that holds enough of them wins. By night, in a grey picture, and
/// where no class wins the colour is not told.
/// </summary>
internal static class PaintColour
{
    /// <summary>What the winning class must hold of the samples.</summary>
    private const double LeastShare = .45;

    /// <summary>A picture whose bright parts are darker than this was taken by night: its colours mean nothing.</summary>
    private const int LeastBright = 90;

    /// <summary>The bright parts of a well exposed street; a darker picture is made brighter, a brighter one hardly darker: its sky is burnt out.</summary>
    private const float UsualBright = 200;

    private const float LeastGain = .95f;
    private const int FewestSamples = 60;

    /// <summary>Where paint is looked for: left, top, right and bottom in plate widths and heights from the plate's centre.</summary>
    private static readonly (float Left, float Top, float Right, float Bottom)[] Patches =
        [(-.9f, -2.2f, .9f, -.9f), (-1.35f, -1.2f, -.7f, .5f), (.7f, -1.2f, 1.35f, .5f)];

    /// <summary>The colour of the vehicle whose plate lies at <paramref name="plate"/>, in pixels of the frame.</summary>
    public static VehicleColour Tell(Frame frame, PlateQuad plate)
    {
        if (frame.U is not { } blue || frame.V is not { } red || Bright(frame) is not { } bright)
        {
            return VehicleColour.NotTold;
        }

        var centre = (plate.TopLeft + plate.TopRight + plate.BottomRight + plate.BottomLeft) / 4;
        var across = (plate.TopRight - plate.TopLeft + plate.BottomRight - plate.BottomLeft) / 2;
        var down = (plate.BottomLeft - plate.TopLeft + plate.BottomRight - plate.TopRight) / 2;
        Span<int> votes = stackalloc int[11];
        var samples = 0;
        var gain = MathF.Max(LeastGain, UsualBright / bright);
        foreach (var (left, top, right, bottom) in Patches)
        {
            for (var v = top; v < bottom; v += .1f)
            {
                for (var u = left; u < right; u += .06f)
                {
                    var at = centre + (across * u) + (down * v);
                    if (at.X < 0 || at.Y < 0 || at.X >= frame.Width || at.Y >= frame.Height)
                    {
                        continue;
                    }

                    var (x, y) = ((int)at.X, (int)at.Y);
                    var chroma = (y / 2 * frame.ChromaWidth) + (x / 2);
                    votes[(int)Classify(Rgb(frame.Grey[(y * frame.Width) + x], blue[chroma], red[chroma], gain))]++;
                    samples++;
                }
            }
        }

        var winner = 1;
        for (var i = 2; i < votes.Length; i++)
        {
            winner = votes[i] > votes[winner] ? i : winner;
        }

        return samples >= FewestSamples && votes[winner] >= LeastShare * samples ? (VehicleColour)winner : VehicleColour.NotTold;
    }

    /// <summary>Red, green and blue, 0 to 255, of a full-range YCbCr pixel (ITU-T T.871) made brighter by <paramref name="gain"/>.</summary>
    private static Vector3 Rgb(byte y, byte cb, byte cr, float gain)
    {
        var (b, r) = (cb - 128f, cr - 128f);
        var colour = new Vector3(y + (1.402f * r), y - (.344136f * b) - (.714136f * r), y + (1.772f * b)) * gain;
        return Vector3.Clamp(colour, Vector3.Zero, new(255));
    }

    private static VehicleColour Classify(Vector3 colour)
    {
        var most = MathF.Max(colour.X, MathF.Max(colour.Y, colour.Z));
        var range = most - MathF.Min(colour.X, MathF.Min(colour.Y, colour.Z));
        if (most < 48)
        {
            return VehicleColour.Black;
        }

        if (range < 24 || range < .18f * most)
        {
            return most switch
            {
                < 66 => VehicleColour.Black,
                < 125 => VehicleColour.Grey,
                < 190 => VehicleColour.Silver,
                _ => VehicleColour.White,
            };
        }

        return Hue(colour, most, range) switch
        {
            < 12 or >= 325 => VehicleColour.Red,
            < 42 => most < 150 || range < .55f * most ? VehicleColour.Brown : VehicleColour.Orange,
            < 70 => most < 110 ? VehicleColour.Brown : VehicleColour.Yellow,
            < 165 => VehicleColour.Green,
            _ => VehicleColour.Blue,
        };
    }

    /// <summary>In degrees from red, 0 to 360.</summary>
    private static float Hue(Vector3 colour, float most, float range)
    {
        var sixths = most == colour.X ? (colour.Y - colour.Z) / range
            : most == colour.Y ? 2 + ((colour.Z - colour.X) / range)
            : 4 + ((colour.X - colour.Y) / range);
        return sixths < 0 ? (sixths * 60) + 360 : sixths * 60;
    }

    /// <summary>The luma that only a fiftieth of the picture exceeds, or null by night.</summary>
    private static int? Bright(Frame frame)
    {
        Span<int> counts = stackalloc int[256];
        var total = 0;
        for (var i = 0; i < frame.Grey.Length; i += 97)
        {
            counts[frame.Grey[i]]++;
            total++;
        }

        var (level, above) = (255, 0);
        while (level > 0 && above + counts[level] < total / 50)
        {
            above += counts[level--];
        }

        return level >= LeastBright ? level : null;
    }
}
