namespace Transparency.Ingest.Recognition;

/// <summary>An upright box in pixels, from its top left corner.</summary>
public readonly record struct PlateBox(float X, float Y, float Width, float Height)
{
    /// <summary>Shared area over joint area, 0 to 1.</summary>
    public float Overlap(PlateBox other)
    {
        var width = MathF.Min(X + Width, other.X + other.Width) - MathF.Max(X, other.X);
        var height = MathF.Min(Y + Height, other.Y + other.Height) - MathF.Max(Y, other.Y);
        if (width <= 0 || height <= 0)
        {
            return 0;
        }

        var both = width * height;
        return both / ((Width * Height) + (other.Width * other.Height) - both);
    }
}
