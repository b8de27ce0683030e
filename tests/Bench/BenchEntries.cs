using Transparency.Audit.Schemas;
using Transparency.Core.AuditTrail;

namespace Transparency.Bench;

internal static class BenchEntries
{
    /// <summary>A search: the act with the most fields.</summary>
    public static AuditEvent Search() => new(
        SearchActs.Search,
        [
            new("policy", "3"), new("shape", "full-plate"), new("window-days", "7"), new("cameras", "12"), new("results", "2-10"),
            new("result-count", "3"), new("plate", "7QZX418"), new("case-number", "26-918273"), new("basis", "Silver hatchback left a collision on Bay Street."),
        ])
    {
        Elements = "plate 7QZX418, 15 to 22 November 2026, all areas",
        Outcome = "3 detections found",
    };
}
