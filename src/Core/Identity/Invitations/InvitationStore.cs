using System.Security.Cryptography;
using System.Text;
using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Identity.Invitations;

/// <summary>One row of <c>invitations</c>: a link that sets the password of one account, once.</summary>
public sealed record Invitation
{
    public required string TokenHash { get; init; }

    public required string UserId { get; init; }

    public required string InvitedBy { get; init; }

    public required long CreatedMs { get; init; }

    public required long ExpiresMs { get; init; }

    public long? UsedMs { get; init; }

    public bool IsOpenAt(DateTimeOffset at) => UsedMs is null && ExpiresMs > at.ToUnixTimeMilliseconds();
}

/// <summary>Invitations. The token itself is never stored.</summary>
public sealed class InvitationStore(SqlDatabase database)
{
    private const string Select =
        """
        select token_hash as TokenHash, user_id as UserId, invited_by as InvitedBy, created_ms as CreatedMs, expires_ms as ExpiresMs,
               used_ms as UsedMs
        from invitations
        """;

    internal static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>The account that an open invitation is for; null for a link that is unknown, used or too old.</summary>
    public async Task<UserAccount?> InviteeAsync(UserStore users, string token, DateTimeOffset at, CancellationToken cancellation = default)
    {
        Invitation? invitation;
        await using (var connection = await database.OpenAsync(cancellation))
        {
            invitation = await connection.QuerySingleOrDefaultAsync<Invitation?>($"{Select} where token_hash = @Hash", new { Hash = HashOf(token) });
        }

        return invitation?.IsOpenAt(at) == true && await users.FindAsync(invitation.UserId, cancellation) is { DisabledMs: null } user ? user : null;
    }

    internal static Task<Invitation?> FindAsync(WriteScope scope, string token) => scope.Connection.QuerySingleOrDefaultAsync<Invitation?>(
        $"{Select} where token_hash = @Hash", new { Hash = HashOf(token) }, scope.Transaction);

    internal static async Task AddAsync(WriteScope scope, Invitation invitation)
    {
        await UseAllAsync(scope, invitation.UserId, invitation.CreatedMs);
        await scope.Connection.ExecuteAsync(
            """
            insert into invitations (token_hash, user_id, invited_by, created_ms, expires_ms, used_ms)
            values (@TokenHash, @UserId, @InvitedBy, @CreatedMs, @ExpiresMs, null)
            """,
            invitation,
            scope.Transaction);
    }

    /// <summary>Every open link of the user counts as used from now on.</summary>
    internal static Task UseAllAsync(WriteScope scope, string userId, long atMs) => scope.Connection.ExecuteAsync(
        "update invitations set used_ms = @atMs where user_id = @userId and used_ms is null", new { userId, atMs }, scope.Transaction);
}
