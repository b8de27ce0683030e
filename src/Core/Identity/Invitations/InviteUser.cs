using System.Buffers.Text;
using System.Security.Cryptography;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Identity.Invitations;

/// <summary>The link's token, to be shown this once and handed to the person; or why there is none.</summary>
public sealed record InvitationOutcome(string? Token, DateTimeOffset Expires, string? Problem);

/// <summary>
/// Makes the one-time link with which a person chooses a password: for a new account, and for one whose password or second factor was lost.
/// A newer link takes the place of an older one.
/// </summary>
public sealed class InviteUser(SqlDatabase database, AuditLog log)
{
    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromHours(72);

    private const int TokenBytes = 32;

    public Task<InvitationOutcome> RunAsync(AuditContext context, string userId, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async scope =>
            {
                var user = await UserStore.FindAsync(scope, userId);
                if ((await AccountAuthority.RefusalAsync(scope, context.Actor.UserId, user) ?? (user!.DisabledMs is null ? null : "This account is disabled."))
                    is { } problem)
                {
                    return new InvitationOutcome(null, default, problem);
                }

                var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
                var expires = context.At + GoodFor;
                await InvitationStore.AddAsync(scope, new()
                {
                    TokenHash = InvitationStore.HashOf(token),
                    UserId = userId,
                    InvitedBy = context.Actor.UserId,
                    CreatedMs = context.At.ToUnixTimeMilliseconds(),
                    ExpiresMs = expires.ToUnixTimeMilliseconds(),
                });
                await log.AppendAsync(scope, context, IdentityEvents.AccountChanged(user!, "invited"), cancellation);
                return new InvitationOutcome(token, expires, null);
            },
            cancellation);
}
