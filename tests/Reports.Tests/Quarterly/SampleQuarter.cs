using Transparency.Reports.Charts;
using Transparency.Reports.Quarterly;

namespace Transparency.Reports.Tests.Quarterly;

/// <summary>A believable quarter of the fictional city, and one in which nothing happened.</summary>
internal static class SampleQuarter
{
    private static readonly DateOnly From = new(2026, 7, 1);
    private static readonly DateOnly To = new(2026, 9, 30);

    public static QuarterlyReport Full { get; } = new()
    {
        City = "Marisol Bay, California",
        Department = "Marisol Bay Police Department",
        Year = 2026,
        Quarter = 3,
        From = From,
        To = To,
        Issued = new(2026, 10, 6, 9, 30, 0, TimeSpan.FromHours(-7)),
        Demonstration = true,
        Site = "https://alpr.marisol-bay.example",
        Policy = new()
        {
            Version = "4",
            InForceSince = new(2026, 4, 15),
            Decision = "Resolution 2026-031, 14 April 2026",
            RetentionDays = 30,
            Purposes = ["a stolen vehicle or stolen plates", "a missing or endangered person", "a vehicle tied to a reported serious crime", "an arrest warrant"],
            Prohibited = ["immigration enforcement", "watching protest, worship or any protected activity", "traffic tickets and parking", "personal use"],
            Custodian = "Captain, Records and Technology Division",
        },
        Now = new() { Cameras = 12, VehiclesRead = 641_208, Hits = 1_214, Searches = 287, SearchesRefused = 34, ReadsDestroyed = 655_930, ReadsHeld = 9 },
        Before = new() { Cameras = 10, VehiclesRead = 598_344, Hits = 1_231, Searches = 301, SearchesRefused = 41, ReadsDestroyed = 580_112, ReadsHeld = 6 },
        Changes =
        [
            "Two cameras on Airport Road began reading on 3 August 2026, under Resolution 2026-044.",
            "Costa Verde County Sheriff was suspended on 1 September 2026 because its yearly audit was overdue.",
            "Searches without a case number are now refused before they reach the database.",
        ],
        Decisions =
        [
            "Proposal 2026-07: move one camera from Old Town to Eastside. Public notice ends on 20 October 2026.",
            "The contract for camera maintenance ends on 31 December 2026.",
        ],
        Areas =
        [
            new("Harbor", 3, 179_538, 171_002, Weekly(13_400, 1)),
            new("Airport Road", 3, 148_110, 88_420, Weekly(9_900, 2)),
            new("Old Town", 2, 117_031, 118_774, Weekly(8_900, 3)),
            new("University", 2, 84_233, 97_618, Weekly(6_200, 5)),
            new("Eastside", 1, 62_196, 61_733, Weekly(4_700, 7)),
            new("Mission Hill", 1, 50_100, 60_797, Weekly(3_900, 11)),
        ],
        Approvals =
        [
            new("First ten fixed cameras", 10, new(2025, 6, 10), "item 7B", "5 to 2", "in force"),
            new("Two cameras on Airport Road", 2, new(2026, 7, 14), "item 5A", "6 to 1", "in force"),
            new("Trailer camera, summer festival", 1, new(2026, 5, 12), "consent calendar", "7 to 0", "expired 31 August 2026"),
        ],
        ReadsByDay = [.. Enumerable.Range(0, 92).Select(i => Reads(From.AddDays(i), i))],
        Alerts = new()
        {
            ByList = [new("Stolen vehicles (state)", 702), new("Stolen plates (state)", 318), new("Wanted persons (county)", 131), new("Missing persons", 41), new("City list", 22)],
            ByOutcome = [new("Vehicle had passed, nothing done", 611), new("Plate misread", 238), new("Vehicle recovered", 121), new("List entry no longer active", 96), new("Wrong state", 87), new("Stop, no arrest", 38), new("Arrest", 17)],
            Checked = 1_208,
            Misread = 238,
            WrongState = 87,
            Stale = 96,
            Open = 6,
        },
        Searches = new()
        {
            ByPurpose = [new("Stolen vehicle", 118), new("Serious crime", 92), new("Missing or endangered person", 48), new("Arrest warrant", 29)],
            ByAgency = [new("Marisol Bay Police Department", 221, 19), new("Port Linden Police Department", 38, 6), new("Costa Verde County Sheriff", 17, 9), new("San Telmo Harbor Police", 11, 0)],
            ReasonClear = 241,
            ReasonWeak = 46,
            Refused =
            [
                new("No case or call number", "Part A", 13), new("Reason says nothing (“investigation”, “test”)", "Part A", 11),
                new("Training had lapsed", "Part B", 5), new("Window longer than the policy allows", "Part A", 4), new("Immigration enforcement", "Part A", 1),
            ],
        },
        AgreementsInForce = 14,
        SharingChanges =
        [
            new(new(2026, 7, 20), "San Telmo Harbor Police", "Began: they search us", "Agreement signed, audit of 2025 passed"),
            new(new(2026, 8, 11), "Desert Spur Task Force", "Refused", "A federal agency: California law allows sharing only with state and local agencies"),
            new(new(2026, 9, 1), "Costa Verde County Sheriff", "Suspended", "Yearly audit was due on 31 August 2026 and did not arrive"),
        ],
        Purges = [new(new(2026, 7, 1), 214_010, 214_010, 31, 39_812), new(new(2026, 8, 1), 219_444, 219_440, 31, 43_377), new(new(2026, 9, 1), 222_476, 222_471, 30, 47_790)],
        Reviews =
        [
            new("Weekly review of searches (13 weeks)", new(2026, 9, 30), new(2026, 9, 29), 130, 4, "Four reasons explained by the officer; one training repeated"),
            new("Two-year independent audit", new(2026, 9, 15), null, 0, 0, "Auditor chosen on 18 August 2026; report expected in November"),
        ],
        Head = new()
        {
            Origin = "marisol-bay.example/log",
            Size = 48_213,
            Time = new(2026, 10, 6, 9, 0, 0, TimeSpan.FromHours(-7)),
            Zone = "PDT",
            RootHash = "2a97516c354b6884f1be0d67a98c35e21f40d8b6970c3ae5518f2db46e7a90c3",
            Witnesses = ["Port Linden Public Library", "State University of Marisol"],
        },
        LogEntries = 11_408,
    };

    public static QuarterlyReport Empty { get; } = new()
    {
        City = "Marisol Bay, California",
        Department = "Marisol Bay Police Department",
        Year = 2025,
        Quarter = 1,
        From = new(2025, 1, 1),
        To = new(2025, 3, 31),
        Issued = new(2025, 4, 2, 9, 0, 0, TimeSpan.FromHours(-7)),
        Site = "https://alpr.marisol-bay.example",
        Policy = null,
        Now = new() { Cameras = 0, VehiclesRead = 0, Hits = 0, Searches = 0, SearchesRefused = 0, ReadsDestroyed = 0, ReadsHeld = 0 },
        Head = null,
    };

    private static DayValue Reads(DateOnly day, int i)
    {
        if (i is 54 or 55)
        {
            return new(day, null);
        }
        var rhythm = day.DayOfWeek switch { DayOfWeek.Sunday => 0.63, DayOfWeek.Saturday => 0.77, DayOfWeek.Friday => 1.09, _ => 1.0 };
        var holiday = (day.Month, day.Day) is (7, 3) or (7, 4) or (9, 7) ? 0.72 : 1;
        var growth = i < 33 ? 0.94 : 1.06;
        return new(day, (long)(7_600 * rhythm * holiday * growth) + (i * 7919 % 431));
    }

    private static long[] Weekly(int mean, int seed) => [.. Enumerable.Range(0, 13).Select(i => (long)mean + (((i + seed) * 7919 * seed % 23) - 11) * (mean / 60))];
}
