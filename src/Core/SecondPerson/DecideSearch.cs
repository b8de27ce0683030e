using Transparency.Audit.Schemas;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Identity;

namespace Transparency.Core.SecondPerson;

/// <summary>A supervisor of the same agency approves or declines a search that waits. Never the own one.</summary>
public sealed class DecideSearch(SqlDatabase database, AuditLog log)
{
    /// <param name="context">The second person.</param>
    /// <param name="requestId">What waits.</param>
    /// <param name="approve">True approves, false declines.</param>
    /// <param name="note">Why; needed to decline.</param>
    /// <param name="cancellation">Ends the act; nothing is then changed.</param>
    /// <returns>Null, or why nothing was decided.</returns>
    public Task<string?> RunAsync(AuditContext context, string requestId, bool approve, string note, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async scope =>
            {
                var request = await SecondPersonStore.FindAsync(scope, requestId);
                var actor = await UserStore.FindAsync(scope, context.Actor.UserId);
                if (Problem(request, actor, context.At, approve, note) is { } problem)
                {
                    return problem;
                }

                var decision = approve ? "approved" : "declined";
                await SecondPersonStore.DecideAsync(scope, requestId, decision, note.Trim(), actor!.Id, context.At.ToUnixTimeMilliseconds());
                var search = SecondPersonGate.Read(request!);
                await log.AppendAsync(
                    scope,
                    context with { Purpose = search.Purpose },
                    new AuditEvent(SearchActs.SecondPersonDecided, [new("decision", decision), new("request", requestId), new("note", note.Trim())])
                    {
                        Elements = $"search that {request!.UserName} asked for, {request.Rules}",
                        Outcome = decision,
                    },
                    cancellation);
                return null;
            },
            cancellation);

    private static string? Problem(SecondPersonRequest? request, UserAccount? actor, DateTimeOffset at, bool approve, string note) =>
        actor is not { DisabledMs: null } || !Roles.Parse(actor.Roles).Contains(Roles.Supervisor) ? "Only a supervisor decides on a search that waits."
        : request is null || request.AgencyId != actor.AgencyId ? "There is no such request in your agency."
        : request.UserId == actor.Id ? "Nobody decides on the own search. Ask another supervisor."
        : request.Decision is not null ? "Somebody has decided on this search already."
        : !request.IsOpenAt(at) ? "This request has expired. It can be asked again."
        : note.Trim().Length > 1000 ? "A note has at most 1000 characters."
        : !approve && note.Trim().Length == 0 ? "Say why you decline: the officer and a reviewer will read it."
        : null;
}
