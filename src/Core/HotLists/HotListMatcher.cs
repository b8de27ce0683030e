using System.Data.Common;
using Dapper;
using Transparency.Core.Detections;
using Transparency.Core.Searches;

namespace Transparency.Core.HotLists;

/// <summary>
/// Keeps the listed plates of this process in step with the database. Asked before every delivery, it loads again when anything about the
/// lists has changed: a second for a million entries. Expiry is not looked at here; whoever finds a plate asks for its valid entries.
/// </summary>
public sealed class HotListMatcher : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private HotListIndex? _index;

    public void Dispose() => _gate.Dispose();

    /// <summary>The lists as the connection sees them now.</summary>
    internal async Task<HotListIndex> RefreshAsync(DbConnection connection, DbTransaction? transaction, CancellationToken cancellation = default)
    {
        var revision = await RevisionAsync(connection, transaction);
        if (Volatile.Read(ref _index) is { } current && current.Revision == revision)
        {
            return current;
        }

        await _gate.WaitAsync(cancellation);
        try
        {
            if (_index is { } loaded && loaded.Revision == revision)
            {
                return loaded;
            }

            // The revision was read first: entries that came since only make the next delivery load again.
            var index = new HotListIndex(revision, await PlatesAsync(connection, transaction, cancellation));
            Volatile.Write(ref _index, index);
            return index;
        }
        finally
        {
            _gate.Release();
        }
    }

    private static Task<long> RevisionAsync(DbConnection connection, DbTransaction? transaction) =>
        connection.ExecuteScalarAsync<long>("select revision from hot_list_revision where id = 1", transaction: transaction);

    private static async Task<HashSet<ulong>> PlatesAsync(DbConnection connection, DbTransaction? transaction, CancellationToken cancellation)
    {
        var plates = new HashSet<ulong>();
        await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(
            "select e.plate from hot_lists l join hot_list_entries e on e.list_id = l.id where l.is_enabled = 1",
            transaction: transaction,
            cancellationToken: cancellation));
        while (await reader.ReadAsync(cancellation))
        {
            // What is not a plate could never be read.
            if (PlateText.TryParse(reader.GetString(0), out var plate))
            {
                plates.Add(PackedPlate.Pack(plate.Value));
            }
        }

        return plates;
    }
}
