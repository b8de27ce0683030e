namespace Transparency.Core.Cameras;

/// <summary>A place on the ground in degrees (WGS 84), kept to about a metre.</summary>
public readonly record struct GroundPlace
{
    private const double Scale = 100_000;

    private GroundPlace(int latitudeE5, int longitudeE5) => (LatitudeE5, LongitudeE5) = (latitudeE5, longitudeE5);

    /// <summary>Degrees north times 100,000.</summary>
    public int LatitudeE5 { get; }

    /// <summary>Degrees east times 100,000.</summary>
    public int LongitudeE5 { get; }

    public double Latitude => LatitudeE5 / Scale;

    public double Longitude => LongitudeE5 / Scale;

    /// <summary>Null for what is not on Earth, and for 0/0, which receivers say when they know nothing.</summary>
    public static GroundPlace? From(double latitude, double longitude) =>
        latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180 && (latitude != 0 || longitude != 0)
            ? new GroundPlace((int)Math.Round(latitude * Scale), (int)Math.Round(longitude * Scale))
            : null;

    public static GroundPlace FromE5(int latitude, int longitude) => new(latitude, longitude);
}
