using System.Text.Json;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Policies;
using Transparency.Core.Searches;

namespace Transparency.Core.SecondPerson;

/// <summary>
/// Stands before every search: lets it through, recognises the approval it was given, or has it wait. An approval is good for exactly the
/// search that was shown to the second person, by the same user, once.
/// </summary>
public sealed class SecondPersonGate(SqlDatabase database, SecondPersonStore requests, AuditLog log)
{
    /// <summary>How long a request waits, and an approval stays good.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromHours(24);

    private static readonly TimeSpan SamePlateWithin = TimeSpan.FromDays(30);

    /// <summary>Why the search waits; empty when it may be carried out now.</summary>
    internal async Task<IReadOnlyList<SecondPersonReason>> ReasonsAsync(
        AuditContext context, SearchRequest request, SearchQuery query, PolicyTerms terms, int cameras, CancellationToken cancellation)
    {
        var before = query.Pattern is null ? 0 : await requests.SearchesOfAsync(query.Pattern.Text, context.At - SamePlateWithin, cancellation);
        var reasons = SecondPersonRule.Reasons(terms.SecondPerson, query, cameras, before, request.Warrant.Trim());
        return reasons.Count == 0 || await IsApprovedAsync(context, request, cancellation) ? [] : reasons;
    }

    /// <summary>Keeps the search until somebody has decided, and logs that it waits. Nothing is looked up.</summary>
    internal Task<(string Id, AuditReceipt Receipt)> AskAsync(
        AuditContext context, SearchRequest request, SearchRow row, SearchQuery query, IReadOnlyList<SecondPersonReason> reasons, CancellationToken cancellation) =>
        database.WriteAsync(
            async scope =>
            {
                var receipt = await log.AppendAsync(scope, context with { Purpose = row.Purpose }, SearchEvents.Waits(row, query, reasons[0].Code), cancellation);
                await SecondPersonStore.AddAsync(scope, new()
                {
                    Id = row.Id,
                    UserId = context.Actor.UserId,
                    UserName = context.Actor.UserName,
                    AgencyId = context.Actor.AgencyId,
                    Body = Write(request),
                    Rules = string.Join(',', reasons.Select(reason => reason.Code)),
                    EntryId = receipt.EntryId,
                    AskedMs = context.At.ToUnixTimeMilliseconds(),
                    ExpiresMs = (context.At + GoodFor).ToUnixTimeMilliseconds(),
                });
                return (row.Id, receipt);
            },
            cancellation);

    /// <summary>The search as it was asked, to be shown or carried out.</summary>
    public static SearchRequest Read(SecondPersonRequest request) =>
        JsonSerializer.Deserialize<SearchRequest>(request.Body)! with { ApprovalId = request.Id };

    private async Task<bool> IsApprovedAsync(AuditContext context, SearchRequest request, CancellationToken cancellation) =>
        request.ApprovalId is { } id && await requests.FindAsync(id, cancellation) is { } found
        && found.UserId == context.Actor.UserId && found.IsGoodAt(context.At) && found.Body == Write(request);

    private static string Write(SearchRequest request) => JsonSerializer.Serialize(request with { ApprovalId = null });
}
