namespace Transparency.Core.Demonstration;

/// <summary>What officers of the demonstration write: a purpose of the policy, and the facts a search rests on.</summary>
internal static class DemoSearchTexts
{
    private static readonly (string Purpose, double Weight, string[] Bases)[] Reasons =
    [
        ("stolen-vehicle", 30,
        [
            "Owner reports the vehicle taken from a driveway near {0} during the night.",
            "Victim of a carjacking at {0} gave this plate to dispatch.",
            "Rental company reports the vehicle not returned; last seen near {0}.",
        ]),
        ("burglary", 15,
        [
            "Neighbour's camera at {0} shows this vehicle leaving after a break-in.",
            "Witness noted part of the plate of a van loading goods behind a shop at {0}.",
        ]),
        ("theft", 14,
        [
            "Store manager at {0} wrote down the plate of a car that left with unpaid goods.",
            "Catalytic converter cut off at {0}; witness described the vehicle used.",
        ]),
        ("hit-and-run", 12,
        [
            "Vehicle struck a cyclist at {0} and left; a witness kept part of the plate.",
            "Parked cars damaged at {0}; paint transfer and part of a plate on video.",
        ]),
        ("robbery", 8, ["Clerk robbed at {0}; the suspects left in a vehicle seen by two witnesses."]),
        ("assault", 7, ["Victim of an assault at {0} named the vehicle the suspect drives."]),
        ("missing-person", 5, ["Family reports the driver missing since yesterday; the vehicle was last seen near {0}."]),
        ("wanted-person", 5, ["Felony warrant confirmed by the court; the subject's vehicle was reported near {0}."]),
        ("weapons", 2, ["Shots fired from a moving vehicle at {0}; casings recovered."]),
        ("homicide", 1, ["Vehicle seen leaving {0} minutes after the victim was found."]),
        ("kidnapping", 1, ["Witness saw a person forced into a vehicle at {0}."]),
    ];

    private static readonly double[] Weights = Reasons.Select(reason => reason.Weight).ToArray();

    private static readonly string[] Empty = ["investigation", "inv", ".", "test", "suspect vehicle", "", "follow up"];

    public static (string Purpose, string Basis) Sound(SeededRandom random)
    {
        var (purpose, _, bases) = Reasons[random.Weighted(Weights)];
        var place = random.Pick(DemoPlaces.Cameras).Name;
        return (purpose, string.Format(System.Globalization.CultureInfo.InvariantCulture, random.Pick(bases), place));
    }

    /// <summary>A reason that says nothing: the kind that makes up half of the reasons in published audit files.</summary>
    public static string Weak(SeededRandom random) => random.Pick(Empty);

    public static string Immigration => "Locate the subject of an immigration detainer for pickup.";

    /// <summary>A number of a case or a call of a day.</summary>
    public static string CaseNumber(SeededRandom random, DateOnly day) => random.Chance(0.7)
        ? $"{day.Year % 100:00}-{100_000 + (day.DayOfYear * 71) + random.Below(70)}"
        : $"CFS{day.Year % 100:00}-{200_000 + (day.DayOfYear * 160) + random.Below(150)}";
}
