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
        ("check", "How to check this report"),
        ("days", "Appendix: vehicles read each day"),
    ];

    /// <summary>"4" for the fourth; the appendix has a letter.</summary>
    public static string Number(string id)
    {
        var index = All.Select(s => s.Id).ToList().IndexOf(id);
        return index == All.Count - 1 ? "A" : (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
