using System.Numerics;

namespace Transparency.Ingest.Demonstration;

/// <summary>
/// How the demonstration camera sees: it hangs above the kerb of a one-way street and looks after the traffic. Metres: x to the right
/// from the middle of the road, y up from the ground, z ahead of the camera.
/// </summary>
internal static class StreetView
{
    public const int Width = 1280;
    public const int Height = 720;
    public const float Horizon = 150;
    public const float CameraHeight = 2.2f;
    public const float LaneCentre = 1.3f;

    private const float FocalLength = 1686;

    /// <summary>Pixels a metre at a distance.</summary>
    public static float Scale(float z) => FocalLength / z;

    public static Vector2 Project(float x, float y, float z) =>
        new((Width / 2f) + (x * Scale(z)), Horizon + ((CameraHeight - y) * Scale(z)));
}
