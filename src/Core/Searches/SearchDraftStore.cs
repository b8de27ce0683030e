using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Searches;

/// <summary>
/// One half-filled search form a user, so that a lost connection or an idle lock loses nothing. Nobody else can read it, and a day later it
/// is gone. It is no search: nothing is looked up, and nothing is logged.
/// </summary>
public sealed class SearchDraftStore(SqlDatabase database, TimeProvider time)
{
    /// <summary>The longest form kept, in characters.</summary>
    public const int Longest = 20_000;

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    /// <summary>What the user left, or null.</summary>
    public async Task<string?> FindAsync(string userId, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteScalarAsync<string?>(
            "select body from search_drafts where user_id = @userId and saved_ms > @Since",
            new { userId, Since = (time.GetUtcNow() - KeptFor).ToUnixTimeMilliseconds() });
    }

    /// <summary>Keeps the form in place of the one before; every draft older than a day goes with it. One that is too long is not kept.</summary>
    public Task SaveAsync(string userId, string body, CancellationToken cancellation = default) => database.WriteAsync(
        async scope =>
        {
            var now = time.GetUtcNow();
            await scope.Connection.ExecuteAsync(
                "delete from search_drafts where user_id = @userId or saved_ms <= @Since",
                new { userId, Since = (now - KeptFor).ToUnixTimeMilliseconds() },
                scope.Transaction);
            if (body.Length <= Longest)
            {
                await scope.Connection.ExecuteAsync(
                    "insert into search_drafts (user_id, body, saved_ms) values (@userId, @body, @SavedMs)",
                    new { userId, body, SavedMs = now.ToUnixTimeMilliseconds() },
                    scope.Transaction);
            }
        },
        cancellation);

    public Task RemoveAsync(string userId, CancellationToken cancellation = default) => database.WriteAsync(
        scope => scope.Connection.ExecuteAsync("delete from search_drafts where user_id = @userId", new { userId }, scope.Transaction), cancellation);
}
