namespace Transparency.Ingest.Demonstration;

/// <summary>The rear of a kind of vehicle, in metres.</summary>
/// <param name="HalfWidth">At its widest.</param>
/// <param name="Shoulder">Height at which the body ends and the cabin begins.</param>
/// <param name="Roof">Height of the roof.</param>
/// <param name="HalfRoof">Half the width of the roof.</param>
/// <param name="WindowBottom">Height of the rear window's lower edge.</param>
/// <param name="WindowTop">Height of its upper edge.</param>
/// <param name="PlateHeight">Height of the plate's middle.</param>
/// <param name="LightBottom">Height of the lights' lower edge.</param>
/// <param name="LightTop">Height of their upper edge.</param>
/// <param name="LightWidth">From the side inward.</param>
/// <param name="HasBrightBumper">Chrome, as on pickups.</param>
internal sealed record VehicleShape(
    float HalfWidth,
    float Shoulder,
    float Roof,
    float HalfRoof,
    float WindowBottom,
    float WindowTop,
    float PlateHeight,
    float LightBottom,
    float LightTop,
    float LightWidth,
    bool HasBrightBumper = false)
{
    public static VehicleShape Sedan { get; } = new(.91f, 1.00f, 1.46f, .56f, 1.03f, 1.39f, .70f, .70f, .88f, .42f);

    public static VehicleShape Hatchback { get; } = new(.89f, 1.02f, 1.52f, .62f, 1.06f, 1.42f, .66f, .78f, 1.00f, .26f);

    public static VehicleShape Suv { get; } = new(.95f, 1.12f, 1.74f, .70f, 1.17f, 1.62f, .82f, .88f, 1.14f, .24f);

    public static VehicleShape Pickup { get; } = new(.98f, 1.16f, 1.82f, .66f, 1.26f, 1.72f, .56f, .78f, 1.12f, .15f, HasBrightBumper: true);

    public static VehicleShape Van { get; } = new(.97f, 1.20f, 1.98f, .86f, 1.26f, 1.78f, .72f, .66f, 1.12f, .13f);

    public static IReadOnlyList<VehicleShape> All { get; } = [Sedan, Sedan, Hatchback, Suv, Suv, Pickup, Van];
}
