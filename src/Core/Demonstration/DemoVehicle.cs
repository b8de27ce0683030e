using Transparency.Core.Detections;

namespace Transparency.Core.Demonstration;

/// <summary>One vehicle of the fictional population.</summary>
/// <param name="Plate">As it is.</param>
/// <param name="State">The plate's state.</param>
/// <param name="Colour">The vehicle's.</param>
/// <param name="Description">Make, model and type.</param>
internal sealed record DemoVehicle(string Plate, string State, VehicleColour Colour, VehicleDescription Description)
{
    private const string LookAlikes = "B88BS55SZ22ZG66GT71IVU";

    /// <summary>The plate as a camera reads it now and then: one look-alike character is wrong.</summary>
    public string Misread
    {
        get
        {
            for (var pair = 0; pair < LookAlikes.Length; pair += 2)
            {
                var at = Plate.IndexOf(LookAlikes[pair], StringComparison.Ordinal);
                if (at > 0)
                {
                    return Plate[..at] + LookAlikes[pair + 1] + Plate[(at + 1)..];
                }
            }

            return Plate[..^1] + (Plate[^1] == '9' ? '0' : (char)(Plate[^1] + 1));
        }
    }
}

/// <summary>
/// Makes vehicles. No plate here is one that could be on the road: California's passenger plates begin with 1 to 9 and those of other
/// states are made to begin with 0 as well.
/// </summary>
internal sealed class DemoVehicles(SeededRandom random)
{
    private const char Zero = '0';
    private const string Letters = "ABCDEFGHJKLMNPRSTUVWXYZ";

    private static readonly string[] OtherStates = ["NV", "AZ", "OR", "WA", "TX", "UT"];

    private static readonly double[] ColourWeights = [0, 19, 24, 14, 16, 8, 9, 2.5, 1, 1.5, 2];

    private static readonly VehicleDescription[] Descriptions =
    [
        new("Toyota", "Camry", VehicleType.Sedan), new("Honda", "Civic", VehicleType.Sedan), new("Tesla", "Model 3", VehicleType.Sedan),
        new("Toyota", "RAV4", VehicleType.Suv), new("Honda", "CR-V", VehicleType.Suv), new("Ford", "F-150", VehicleType.Pickup),
        new("Chevrolet", "Silverado", VehicleType.Pickup), new("Toyota", "Corolla", VehicleType.Sedan), new("Nissan", "Altima", VehicleType.Sedan),
        new("Subaru", "Outback", VehicleType.Wagon), new("Hyundai", "Tucson", VehicleType.Suv), new("Toyota", "Tacoma", VehicleType.Pickup),
        new("Kia", "Soul", VehicleType.Hatchback), new("Ford", "Transit", VehicleType.Van), new("Honda", "Odyssey", VehicleType.Van),
        new("Mazda", "CX-5", VehicleType.Suv),
    ];

    public IReadOnlyList<DemoVehicle> Make(int count) => Enumerable.Range(0, count).Select(_ => Make()).ToList();

    public DemoVehicle Make()
    {
        var state = random.Chance(0.93) ? "CA" : random.Pick(OtherStates);
        var plate = state == "CA"
            ? new string([Zero, Letter(), Letter(), Letter(), Digit(), Digit(), Digit()])
            : new string([Zero, Digit(), Digit(), Letter(), Letter(), Digit()]);
        return new DemoVehicle(plate, state, (VehicleColour)random.Weighted(ColourWeights), random.Pick(Descriptions));
    }

    private char Letter() => Letters[random.Below(Letters.Length)];

    private char Digit() => (char)('0' + random.Below(10));
}
