using Transparency.Core.Searches;

namespace Transparency.Core.Demonstration;

/// <summary>Draws what officers of the demonstration enter: full plates, parts of plates, an area and an hour; now and then something refused.</summary>
internal static class DemoSearchRequests
{
    private static readonly double[] Forms = [56, 25, 19];

    public static SearchRequest Draw(SeededRandom random, DateOnly day, DateTimeOffset at, DemoFinds finds)
    {
        var (purpose, basis) = DemoSearchTexts.Sound(random);
        var request = random.Weighted(Forms) switch
        {
            0 => Request(Plate(random, at, finds), at.AddDays(-random.Between(1, 29)), at, []),
            1 => Request(Part(random, Plate(random, at, finds)), at.AddDays(-random.Between(1, 14)), at, []),
            _ => Area(random, at),
        };
        request = request with { Purpose = purpose, Basis = basis, CaseNumber = DemoSearchTexts.CaseNumber(random, day) };
        return random.Fraction() switch
        {
            < 0.035 => request with { Basis = DemoSearchTexts.Weak(random) },
            < 0.050 => request with { CaseNumber = "" },
            < 0.058 => request with { CaseNumber = "pending" },
            < 0.062 => request with { Basis = DemoSearchTexts.Immigration },
            < 0.068 => request with { Plate = "*", Areas = [] },
            < 0.074 => request with { Purpose = "" },
            _ => request,
        };
    }

    private static SearchRequest Request(string plate, DateTimeOffset from, DateTimeOffset to, IReadOnlyList<string> areas) => new()
    {
        Plate = plate,
        From = from,
        To = to,
        Areas = areas,
        Purpose = "",
        CaseNumber = "",
        Basis = "",
    };

    private static SearchRequest Area(SeededRandom random, DateTimeOffset at)
    {
        var seen = at.AddHours(-random.Between(2, 40));
        var hours = random.Chance(0.05) ? 72 : random.Between(0.5, 2);
        return Request("", seen.AddHours(-hours), seen, [random.Pick(DemoPlaces.Areas).Id]);
    }

    // Mostly a vehicle that passed here; sometimes one that did not.
    private static string Plate(SeededRandom random, DateTimeOffset at, DemoFinds finds) =>
        random.Chance(0.7) && finds.SomePassing(random, at) is { } passing ? passing.Plate : new DemoVehicles(random).Make().Plate;

    private static string Part(SeededRandom random, string plate) => random.Below(3) switch
    {
        0 => plate[..4] + PlatePattern.Any,
        1 => $"{PlatePattern.Any}{plate[^4..]}",
        _ => plate[..3] + PlatePattern.One + plate[4..],
    };
}
