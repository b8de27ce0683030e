using Transparency.Ingest.Recognition;

namespace Transparency.Ingest.Tracking;

/// <summary>How boxes of two frames lie to each other.</summary>
internal static class BoxGeometry
{
    extension(PlateBox box)
    {
        public float CentreX => box.X + (box.Width / 2);

        public float CentreY => box.Y + (box.Height / 2);

        public float Right => box.X + box.Width;

        public float Bottom => box.Y + box.Height;

        /// <summary>Distance of the centres in widths of the wider box.</summary>
        public float DistanceTo(PlateBox other)
        {
            var (dx, dy) = (box.CentreX - other.CentreX, box.CentreY - other.CentreY);
            return MathF.Sqrt((dx * dx) + (dy * dy)) / MathF.Max(1, MathF.Max(box.Width, other.Width));
        }

        /// <summary>How many times wider the wider one is; 1 or more.</summary>
        public float ScaleTo(PlateBox other) => MathF.Max(box.Width, other.Width) / MathF.Max(1, MathF.Min(box.Width, other.Width));
    }
}
