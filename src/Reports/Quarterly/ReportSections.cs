using System.Globalization;

namespace Transparency.Reports.Quarterly;

/// <summary>The sections in their order: the contents list and the headings are made of the same rows.</summary>
public static class ReportSections
{
    public static readonly IReadOnlyList<(string Id, string Title)> All =
    [
        ("policy", "Policy in force"),
        ("cameras", "Cameras and approvals"),
        ("reads", "Vehicles read"),
        ("alerts", "Hits and alerts"),
        ("searches", "Searches"),
        ("refused", "Searches refused"),
        ("sharing", "Sharing"),
        ("deletion", "Deletion"),
        ("reviews", "Reviews and audits"),
        ("days", "Vehicles read, day by day"),
        ("check", "How to check this report"),
    ];

    /// <summary>"4" for the fourth.</summary>
    public static string Number(string id) =>
        (All.Select(s => s.Id).ToList().IndexOf(id) + 1).ToString(CultureInfo.InvariantCulture);
}
