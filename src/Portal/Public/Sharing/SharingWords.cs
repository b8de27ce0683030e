using Transparency.Core.Agencies;
using Transparency.Core.Sharing;

namespace Transparency.Portal.Public.Sharing;

/// <summary>Codes of the sharing list in words, before translation.</summary>
internal static class SharingWords
{
    public static string Kind(string kind) => kind switch
    {
        AgencyKind.Local => "Local public agency",
        AgencyKind.State => "State agency",
        AgencyKind.Federal => "Federal agency",
        AgencyKind.FusionCenter => "Fusion centre",
        AgencyKind.Private => "Private organisation",
        _ => kind,
    };

    public static string Direction(string direction) => direction switch
    {
        SharingDirection.OutboundSearch => "To search our readings",
        SharingDirection.InboundSearch => "We search theirs",
        SharingDirection.Alerts => "To receive our alerts",
        SharingDirection.Contribution => "To contribute cameras",
        _ => direction,
    };

    public static string Audit(string result) => result switch
    {
        "passed" => "Passed",
        "failed" => "Failed",
        _ => result,
    };
}
