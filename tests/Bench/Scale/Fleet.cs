using Transparency.Core.Detections;

namespace Transparency.Bench.Scale;

/// <summary>
/// The vehicles of a city, each made from its number alone. Six of ten carry a Californian passenger plate (7ABC123), a quarter another
/// state's three letters and four digits, a tenth seven mixed ones, the rest five to eight characters of the owner's choice.
/// </summary>
internal sealed class Fleet(int vehicles, int cameras)
{
    private const string Digits = "0123456789";
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Both = Digits + Letters;

    private static readonly string[] LookAlikes = ["0OQD", "1IL", "8B", "5S", "2Z", "6G", "7T", "4A", "UV", "MNW"];
    private static readonly string[] States = ["NV", "AZ", "OR", "WA", "TX", "UT", "ID", "CO", "NM", "IL"];

    // Of a hundred vehicles: black, white, silver, grey, red, blue, green, yellow, orange, brown.
    private static readonly int[] Colours = [22, 46, 60, 76, 85, 94, 96, 97, 98, 100];

    public static IReadOnlyList<VehicleDescription> Descriptions { get; } =
    [
        .. from make in new[] { "Toyota", "Honda", "Ford", "Chevrolet", "Nissan", "Tesla", "Hyundai", "Kia", "Subaru", "Mazda" }
           from model in new[] { ("100", VehicleType.Sedan), ("200", VehicleType.Suv), ("300", VehicleType.Pickup), ("400", VehicleType.Van) }
           select new VehicleDescription(make, model.Item1, model.Item2),
    ];

    public int Vehicles { get; } = vehicles;

    public int Cameras { get; } = cameras;

    public static string Plate(int vehicle)
    {
        var draw = new Draw(((ulong)vehicle * 31) + 7);
        return draw.Below(100) switch
        {
            < 60 => string.Create(7, draw, static (text, d) =>
            {
                text[0] = (char)('6' + d.Below(4));
                Fill(text[1..4], Letters, ref d);
                Fill(text[4..], Digits, ref d);
            }),
            < 85 => string.Create(7, draw, static (text, d) =>
            {
                Fill(text[..3], Letters, ref d);
                Fill(text[3..], Digits, ref d);
            }),
            < 95 => string.Create(7, draw, static (text, d) =>
            {
                Fill(text[..2], Letters, ref d);
                Fill(text[2..4], Digits, ref d);
                Fill(text[4..], Letters, ref d);
            }),
            _ => string.Create(5 + draw.Below(4), draw, static (text, d) => Fill(text, Both, ref d)),
        };
    }

    /// <summary>The plate as a reader gets it wrong: mostly a look-alike, else some character, or one lost at an end.</summary>
    public static string Misread(string plate, ref Draw draw)
    {
        var kind = draw.Below(10);
        if (kind == 9)
        {
            return draw.Below(2) == 0 ? plate[1..] : plate[..^1];
        }

        for (var attempt = 0; kind < 7 && attempt < 8; attempt++)
        {
            var at = draw.Below(plate.Length);
            if (Array.Find(LookAlikes, group => group.Contains(plate[at], StringComparison.Ordinal)) is { } group)
            {
                return Replaced(plate, at, group[(group.IndexOf(plate[at], StringComparison.Ordinal) + 1 + draw.Below(group.Length - 1)) % group.Length]);
            }
        }

        return Replaced(plate, draw.Below(plate.Length), Both[draw.Below(Both.Length)]);
    }

    public static VehicleColour Colour(int vehicle)
    {
        var percent = (int)(Trait(vehicle, 1) % 100);
        return (VehicleColour)(1 + Array.FindIndex(Colours, upTo => percent < upTo));
    }

    public static string State(int vehicle) => Trait(vehicle, 2) % 10 < 7 ? "CA" : States[Trait(vehicle, 3) % (ulong)States.Length];

    public static int Description(int vehicle) => (int)(Trait(vehicle, 4) % (ulong)Descriptions.Count);

    /// <summary>Two in three passings are at one of six cameras near home.</summary>
    public int Camera(int vehicle, ref Draw draw) => draw.Below(16) < 11
        ? 1 + (int)((Trait(vehicle, 5) + (ulong)draw.Below(6)) % (ulong)Cameras)
        : 1 + draw.Below(Cameras);

    private static ulong Trait(int vehicle, ulong which) => Draw.Mix(((ulong)vehicle << 3) + which + 12345);

    private static string Replaced(string plate, int at, char by) => string.Concat(plate.AsSpan(0, at), [by], plate.AsSpan(at + 1));

    private static void Fill(Span<char> text, string from, ref Draw draw)
    {
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = from[draw.Below(from.Length)];
        }
    }
}
