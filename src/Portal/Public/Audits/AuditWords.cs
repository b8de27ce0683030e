using Transparency.Core.Audits;

namespace Transparency.Portal.Public.Audits;

/// <summary>Codes of audits in words, before translation.</summary>
internal static class AuditWords
{
    public static string Kind(string kind) => kind switch
    {
        AuditKind.WeeklyReview => "Weekly review",
        AuditKind.Independent => "Independent audit",
        AuditKind.Partner => "Audit of a partner",
        _ => kind,
    };

    public static string Outcome(string? outcome) => outcome switch
    {
        AuditOutcome.Passed => "Passed",
        AuditOutcome.Findings => "Passed with findings",
        AuditOutcome.Failed => "Failed",
        _ => "",
    };
}
