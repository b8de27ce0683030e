using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Cameras;

/// <summary>Hashes of the keys with which cameras deliver.</summary>
public sealed class CameraKeyStore(SqlDatabase database)
{
    /// <summary>The number of the camera whose key this is; null for no key of ours and for a revoked one.</summary>
    public async Task<int?> CameraOfAsync(string? key, CancellationToken cancellation = default)
    {
        if (CameraKey.Hash(key) is not { } hash)
        {
            return null;
        }

        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<int?>(
            "select camera from camera_keys where hash = @hash and revoked_ms is null", new { hash });
    }

    internal static Task AddAsync(WriteScope scope, int camera, string key, DateTimeOffset at) => scope.Connection.ExecuteAsync(
        "insert into camera_keys (id, camera, hash, created_ms, revoked_ms) values (@Id, @camera, @Hash, @AtMs, null)",
        new { Id = Guid.CreateVersion7(at).ToString(), camera, Hash = CameraKey.Hash(key), AtMs = at.ToUnixTimeMilliseconds() },
        scope.Transaction);

    /// <summary>Returns how many keys there were to revoke.</summary>
    internal static Task<int> RevokeAsync(WriteScope scope, int camera, DateTimeOffset at) => scope.Connection.ExecuteAsync(
        "update camera_keys set revoked_ms = @AtMs where camera = @camera and revoked_ms is null",
        new { camera, AtMs = at.ToUnixTimeMilliseconds() },
        scope.Transaction);
}
