using Transparency.Core.Cameras;

namespace Transparency.Core.Demonstration;

/// <summary>A camera of the demonstration.</summary>
/// <param name="Number">1 is read live from the demonstration camera; the others are simulated and come with the data.</param>
/// <param name="Name">Where it stands.</param>
/// <param name="Area">Its area's id.</param>
/// <param name="Facing">Which way it looks.</param>
/// <param name="ReadsPerDay">Vehicles on an ordinary day.</param>
/// <param name="IsLater">Put up with the second council decision rather than at the start.</param>
internal sealed record DemoCamera(int Number, string Name, string Area, string Facing, int ReadsPerDay, bool IsLater)
{
    public bool IsLive => Number == 1;

    /// <summary>The worker reads cameras of the kind fixed; the simulated ones have no feed it could read.</summary>
    public string Kind => IsLive ? CameraKind.Fixed : CameraKind.Vendor;

    /// <summary>What the public reads beside the camera.</summary>
    public string Description => IsLive ? $"{Facing}, rear plates; read live in this demonstration" : $"{Facing}, rear plates; simulated in this demonstration";
}

/// <summary>An area of the demonstration: id, name, and its outline on the schematic map (0 to 1000 both ways, the ocean in the west).</summary>
internal sealed record DemoArea(string Id, string Name, string Outline);

/// <summary>The fictional city's areas and cameras.</summary>
internal static class DemoPlaces
{
    public static IReadOnlyList<DemoArea> Areas { get; } =
    [
        new("harbor", "Harbor", "70,430 210,400 330,430 350,560 330,700 200,760 90,700 60,560"),
        new("old-town", "Old Town", "330,430 520,400 560,560 520,690 330,700 350,560"),
        new("mission-hill", "Mission Hill", "140,130 330,80 540,110 520,400 330,430 210,400 110,300"),
        new("eastside", "Eastside", "520,400 740,380 930,430 940,640 760,700 520,690 560,560"),
        new("university", "University", "540,110 760,70 920,160 930,430 740,380 520,400"),
        new("airport-road", "Airport Road", "200,760 330,700 520,690 760,700 940,640 950,820 720,930 400,940 230,880"),
    ];

    public static IReadOnlyList<DemoCamera> Cameras { get; } =
    [
        new(1, "Harbor Drive at Pier 3", "harbor", "Northbound", 640, IsLater: false),
        new(2, "Harbor Drive at Anchor Street", "harbor", "Southbound", 560, IsLater: false),
        new(3, "Main Street at Plaza Vieja", "old-town", "Eastbound", 620, IsLater: false),
        new(4, "Second Street at the Market Hall", "old-town", "Westbound", 470, IsLater: true),
        new(5, "Mission Hill Road at Chapel Lane", "mission-hill", "Northbound", 450, IsLater: false),
        new(6, "Mission Hill Road at Ridge Drive", "mission-hill", "Southbound", 400, IsLater: true),
        new(7, "East Avenue at Mill Street", "eastside", "Eastbound", 690, IsLater: false),
        new(8, "East Avenue at the rail crossing", "eastside", "Westbound", 600, IsLater: true),
        new(9, "College Avenue at Campus Gate", "university", "Northbound", 580, IsLater: false),
        new(10, "Linden Boulevard at Library Way", "university", "Southbound", 520, IsLater: true),
        new(11, "Airport Road at Terminal Loop", "airport-road", "Westbound", 900, IsLater: false),
        new(12, "Airport Road at Freight Way", "airport-road", "Eastbound", 790, IsLater: false),
    ];
}
