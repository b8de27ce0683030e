namespace Transparency.Core.Sharing;

/// <summary>Which way data flows under an agreement, as stored in <c>agreements.direction</c>. An agency has one agreement for each.</summary>
public static class SharingDirection
{
    /// <summary>They search our data: it leaves us.</summary>
    public const string OutboundSearch = "outbound-search";

    /// <summary>We search their data: nothing leaves us but the query.</summary>
    public const string InboundSearch = "inbound-search";

    /// <summary>Our hot-list hits are sent to them: it leaves us.</summary>
    public const string Alerts = "alerts";

    /// <summary>Their cameras feed into our system, one way; they get nothing back.</summary>
    public const string Contribution = "contribution";

    public static IReadOnlyList<string> All { get; } = [OutboundSearch, InboundSearch, Alerts, Contribution];

    /// <summary>Whether the city's data leaves the city in this direction.</summary>
    public static bool LeavesTheCity(string direction) => direction is OutboundSearch or Alerts;
}
