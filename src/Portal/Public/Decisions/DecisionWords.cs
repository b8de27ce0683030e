using Transparency.Core.Approvals;

namespace Transparency.Portal.Public.Decisions;

/// <summary>Codes of proposals and decisions in words, before translation.</summary>
internal static class DecisionWords
{
    public static string Kind(string kind) => kind switch
    {
        ApprovalKind.Program => "The programme",
        ApprovalKind.Camera => "Cameras",
        ApprovalKind.Policy => "Policy",
        ApprovalKind.Sharing => "Sharing",
        ApprovalKind.Feature => "A new ability",
        ApprovalKind.Contract => "Contract",
        _ => kind,
    };

    public static string Status(string status) => status switch
    {
        ProposalStatus.Notice => "Open for comment",
        ProposalStatus.Scheduled => "Before the council",
        ProposalStatus.Approved => "Approved",
        ProposalStatus.Rejected => "Rejected",
        ProposalStatus.Withdrawn => "Withdrawn",
        _ => status,
    };
}
