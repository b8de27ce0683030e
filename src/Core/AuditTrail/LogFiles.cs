using System.Data.Common;
using System.Text;
using System.Text.Json;
using Dapper;
using Transparency.Audit.Entries;
using Transparency.Audit.Schemas;
using Transparency.Audit.Tiles;
using Transparency.Audit.Verification;
using Transparency.Core.Agencies;
using Transparency.Core.Database;

namespace Transparency.Core.AuditTrail;

/// <summary>The log as its readers see it: files by path, as they are served under <c>/log/</c>. Everything here is public.</summary>
public sealed class LogFiles(SqlDatabase database, City city, LogKey key)
{
    /// <summary>The verifier key, one line; two while one key follows another.</summary>
    public const string KeyPath = "key";

    /// <summary>The list of acts; one act's JSON Schema is at <c>schema/act.json</c>.</summary>
    public const string SchemaPath = "schema/";

    /// <summary>The days that have a disclosure file, as a JSON array.</summary>
    public const string DaysPath = "disclosures/";

    /// <summary>A file's bytes; null where there is no such file. Any path is safe to ask for.</summary>
    public async Task<byte[]?> ReadAsync(string path, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path == KeyPath)
        {
            return Encoding.UTF8.GetBytes(string.Concat(key.OpenAll(city.LogOrigin).Select(signer => $"{signer.Key}\n")));
        }
        if (path.StartsWith(SchemaPath, StringComparison.Ordinal))
        {
            return SchemaDocument.Read(path[SchemaPath.Length..]);
        }
        await using var connection = await database.OpenAsync(cancellation);
        if (Tile.TryParse(path, out var tile))
        {
            return await TileStore.ReadAsync(connection, tile);
        }
        if (path == DaysPath)
        {
            return JsonSerializer.SerializeToUtf8Bytes(await connection.QueryAsync<string>("select day from log_disclosures order by day"));
        }
        return path == LogVerifier.CheckpointPath ? await CheckpointAsync(connection) : await DisclosuresAsync(connection, path);
    }

    private static async Task<byte[]?> CheckpointAsync(DbConnection connection)
    {
        const string Newest = "select size, note from log_checkpoints where size = (select max(size) from log_checkpoints)";
        var (size, note) = await connection.QuerySingleOrDefaultAsync<(long, string?)>(Newest);
        return note is null ? null : Encoding.UTF8.GetBytes(note + string.Concat(await WitnessStore.LinesAsync(connection, size)));
    }

    private static async Task<byte[]?> DisclosuresAsync(DbConnection connection, string path)
    {
        var day = path.Split('/', '.') is ["disclosures", var name, "json"] ? name : "";
        return EntryParser.IsDay(day)
            ? await connection.ExecuteScalarAsync<byte[]?>("select bytes from log_disclosures where day = @day", new { day })
            : null;
    }
}
