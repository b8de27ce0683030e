namespace Transparency.Core.Approvals;

/// <summary>What a council decision is about, as stored in <c>approvals.kind</c> and <c>proposals.kind</c>.</summary>
public static class ApprovalKind
{
    /// <summary>The programme as a whole, after public comment at a regular meeting (Cal. Civ. Code 1798.90.55(a)).</summary>
    public const string Program = "program";

    /// <summary>Cameras added, moved or removed.</summary>
    public const string Camera = "camera";

    public const string Policy = "policy";
    public const string Sharing = "sharing";
    public const string Feature = "feature";

    /// <summary>A vendor's terms or a contract's cost.</summary>
    public const string Contract = "contract";

    public static IReadOnlyList<string> All { get; } = [Program, Camera, Policy, Sharing, Feature, Contract];
}
