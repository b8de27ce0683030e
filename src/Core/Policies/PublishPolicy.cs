using Transparency.Core.Agencies;
using Transparency.Core.Approvals;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Policies;

/// <summary>
/// Publishes a version of the policy under a council decision. The version and its log entry are one transaction; what is incomplete
/// or without a decision is refused and changes nothing.
/// </summary>
public sealed class PublishPolicy(SqlDatabase database, City city, AuditLog log)
{
    private const int LongestTitle = 200;

    public async Task<PublishPolicyOutcome> RunAsync(AuditContext context, PolicyDraft draft, CancellationToken cancellation = default)
    {
        var gaps = Gaps(context, draft);
        return await database.WriteAsync(
            async scope =>
            {
                var resolution = await ResolutionAsync(scope, context, draft.ApprovalId);
                return resolution is not null && gaps.Count == 0
                    ? await PublishAsync(scope, context, draft, resolution)
                    : new PublishPolicyOutcome { Gaps = resolution is null ? [.. gaps, NoDecision] : gaps };
            },
            cancellation);
    }

    private static PolicyGap NoDecision => new("approval", "No council decision in force with this number covers a policy.");

    private static List<PolicyGap> Gaps(AuditContext context, PolicyDraft draft)
    {
        var gaps = PolicyCompleteness.Gaps(draft.Words, draft.Terms).ToList();
        if (string.IsNullOrWhiteSpace(draft.Title) || draft.Title.Length > LongestTitle || draft.Title.Any(char.IsControl))
        {
            gaps.Add(new("title", $"The policy needs a title of one line and at most {LongestTitle} characters."));
        }

        if (draft.Effective < context.At)
        {
            gaps.Add(new("effective", "A policy cannot take effect before it is published."));
        }

        return gaps;
    }

    // The number of the resolution that covers a policy today, or null. The decision that starts the programme adopts its first policy.
    private async Task<string?> ResolutionAsync(WriteScope scope, AuditContext context, string approvalId)
    {
        var approval = await ApprovalStore.FindAsync(scope, approvalId);
        var kind = approval?.Kind == ApprovalKind.Program ? ApprovalKind.Program : ApprovalKind.Policy;
        return ApprovalRules.Covers(approval, kind, city.DayOf(context.At)).IsCovered ? approval!.Resolution : null;
    }

    private async Task<PublishPolicyOutcome> PublishAsync(
        WriteScope scope, AuditContext context, PolicyDraft draft, string resolution)
    {
        var version = new PolicyVersion
        {
            Version = await PolicyStore.LastVersionAsync(scope) + 1,
            Title = draft.Title,
            Adopted = draft.Adopted,
            Effective = draft.Effective,
            ApprovalId = draft.ApprovalId,
            Words = draft.Words,
            Terms = draft.Terms,
            Created = context.At,
        };
        await PolicyStore.AddAsync(scope, version);
        var receipt = await log.AppendAsync(scope, context, PolicyEvents.Published(version, resolution));
        return new PublishPolicyOutcome { Published = version, Receipt = receipt };
    }
}

/// <summary>A version that is to be published.</summary>
public sealed record PolicyDraft
{
    public required string Title { get; init; }

    public required DateOnly Adopted { get; init; }

    public required DateTimeOffset Effective { get; init; }

    public required string ApprovalId { get; init; }

    public required PolicyWords Words { get; init; }

    public required PolicyTerms Terms { get; init; }
}

/// <summary>Either the version that is now public and its receipt, or what is missing.</summary>
public sealed record PublishPolicyOutcome
{
    public PolicyVersion? Published { get; init; }

    public AuditReceipt? Receipt { get; init; }

    public IReadOnlyList<PolicyGap> Gaps { get; init; } = [];
}
