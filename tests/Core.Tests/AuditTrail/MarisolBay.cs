using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;

namespace Transparency.Core.Tests.AuditTrail;

/// <summary>The fictional city of the tests, one of its officers, and a search to log.</summary>
internal static class MarisolBay
{
    public const string Plate = "7QZX418";
    public const string CaseNumber = "26-918273";
    public const string OfficerName = "Rosalind Alvarez-Quill";
    public const string OfficerId = "01935f2e-0000-7b43-9a51-0c2f5d8e6a10";
    public const string Basis = "Silver hatchback left a collision on Bay Street.";

    public static City City { get; } = new()
    {
        Name = "Marisol Bay, California (fictional)",
        PoliceName = "Marisol Bay Police Department",
        AgencyId = "marisol-bay-pd",
        TimeZone = "America/Los_Angeles",
        LogOrigin = "marisol-bay.example/log",
        IsDemonstration = false,
    };

    public static AuditContext By(DateTimeOffset at) => new()
    {
        Actor = new Actor
        {
            UserId = OfficerId,
            UserName = OfficerName,
            AgencyId = City.AgencyId,
            Organisation = City.PoliceName,
            Address = "10.20.4.17",
        },
        Purpose = "hit-and-run",
        At = at,
    };

    public static AuditEvent Search() => new(
        "search",
        [
            new("policy", "3"),
            new("shape", "full-plate"),
            new("window-days", "7"),
            new("cameras", "12"),
            new("results", "2-10"),
            new("result-count", "3"),
            new("plate", Plate),
            new("case-number", CaseNumber),
            new("basis", Basis),
        ])
    {
        Elements = $"plate {Plate}, 15 to 22 November 2026, all areas",
        Outcome = "3 detections shown",
    };
}
