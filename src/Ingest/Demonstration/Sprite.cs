using System.Numerics;
using Transparency.Ingest.Recognition.Rendering;

namespace Transparency.Ingest.Demonstration;

/// <summary>A painted thing that stands on the street, kept in halving sizes so that it is smooth at every distance.</summary>
internal sealed class Sprite
{
    private readonly List<Level> _levels = [];

    /// <param name="canvas">The thing.</param>
    /// <param name="pixelsPerMetre">Of the canvas.</param>
    /// <param name="foot">The point of the canvas that touches the ground.</param>
    public Sprite(Canvas canvas, float pixelsPerMetre, Vector2 foot)
    {
        var (pixels, opacity) = (canvas.Picture.Pixels, canvas.Opacity);
        var premultiplied = new byte[opacity.Length * 4];
        for (var i = 0; i < opacity.Length; i++)
        {
            for (var channel = 0; channel < 3; channel++)
            {
                premultiplied[(i * 4) + channel] = (byte)(pixels[(i * 3) + channel] * opacity[i] / 255);
            }

            premultiplied[(i * 4) + 3] = opacity[i];
        }

        _levels.Add(new Level(premultiplied, canvas.Picture.Width, canvas.Picture.Height, pixelsPerMetre, foot));
        while (_levels[^1].Width > 16)
        {
            _levels.Add(_levels[^1].Half());
        }
    }

    /// <summary>Draws the thing with its foot at a point of the scene, fading into the haze.</summary>
    /// <param name="scene">The frame.</param>
    /// <param name="foot">Where it stands.</param>
    /// <param name="pixelsPerMetre">Of the scene at its distance.</param>
    /// <param name="opacity">0 to 1.</param>
    public void Draw(RgbPicture scene, Vector2 foot, float pixelsPerMetre, float opacity)
    {
        var level = _levels.LastOrDefault(level => level.PixelsPerMetre >= pixelsPerMetre) ?? _levels[0];
        level.Draw(scene, foot, pixelsPerMetre, (int)(opacity * 256));
    }

    private sealed record Level(byte[] Pixels, int Width, int Height, float PixelsPerMetre, Vector2 Foot)
    {
        public Level Half()
        {
            var (width, height) = (Width / 2, Height / 2);
            var half = new byte[width * height * 4];
            for (var y = 0; y < height; y++)
            {
                for (var i = 0; i < width * 4; i++)
                {
                    var at = (2 * y * Width * 4) + (i / 4 * 8) + (i % 4);
                    var below = at + (Width * 4);
                    half[(y * width * 4) + i] = (byte)((Pixels[at] + Pixels[at + 4] + Pixels[below] + Pixels[below + 4] + 2) / 4);
                }
            }

            return new Level(half, width, height, PixelsPerMetre / 2, Foot / 2);
        }

        public void Draw(RgbPicture scene, Vector2 foot, float pixelsPerMetre, int opacity)
        {
            var step = PixelsPerMetre / pixelsPerMetre;
            var (left, top) = (foot.X - (Foot.X / step), foot.Y - (Foot.Y / step));
            var (firstX, lastX) = (Math.Max(0, (int)MathF.Ceiling(left)), Math.Min(scene.Width - 1, (int)(left + ((Width - 2) / step))));
            var (firstY, lastY) = (Math.Max(0, (int)MathF.Ceiling(top)), Math.Min(scene.Height - 1, (int)(top + ((Height - 2) / step))));
            for (var y = firstY; y <= lastY; y++)
            {
                var sourceY = (int)((y - top) * step * 256);
                var row = scene.Pixels.AsSpan(((y * scene.Width) + firstX) * 3);
                DrawRow(row, lastX - firstX + 1, (int)((firstX - left) * step * 256), (int)(step * 256), sourceY, opacity);
            }
        }

        // Bilinear, in fixed point with eight bits of fraction.
        private void DrawRow(Span<byte> to, int count, int sourceX, int step, int sourceY, int opacity)
        {
            var stride = Width * 4;
            var rows = Pixels.AsSpan((sourceY >> 8) * stride);
            var (down, up) = (sourceY & 255, 256 - (sourceY & 255));
            for (var i = 0; i < count; i++, sourceX += step)
            {
                var at = (sourceX >> 8) * 4;
                var (right, left) = (sourceX & 255, 256 - (sourceX & 255));
                var pixel = rows[at..];
                var alpha = Mean(pixel, 3) * opacity >> 8;
                if (alpha == 0)
                {
                    continue;
                }

                for (var channel = 0; channel < 3; channel++)
                {
                    ref var target = ref to[(i * 3) + channel];
                    target = (byte)Math.Min(255, (Mean(pixel, channel) * opacity >> 8) + (target * (255 - alpha) / 255));
                }

                int Mean(ReadOnlySpan<byte> from, int channel) =>
                    ((((from[channel] * left) + (from[channel + 4] * right)) * up)
                    + (((from[stride + channel] * left) + (from[stride + channel + 4] * right)) * down)) >> 16;
            }
        }
    }
}
