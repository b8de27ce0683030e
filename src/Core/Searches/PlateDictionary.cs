using System.Data.Common;
using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Searches;

/// <summary>
/// Keeps the <see cref="PlateIndex"/> of this process in step with the database. Refreshed right before each search: a search sees every
/// detection that was committed before it began, late ones too, because it follows deliveries and not detection numbers.
/// </summary>
public sealed class PlateDictionary(SqlDatabase database) : IDisposable
{
    // SQL Server hands out sequence numbers before it commits, so a lower one can appear after a higher one. Reading some again costs
    // little and changes nothing.
    private const int Overlap = 200;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly HashSet<long> _read = [];
    private PlateIndex? _index;
    private long _lastDelivery;

    public void Dispose() => _gate.Dispose();

    /// <summary>The index as of now.</summary>
    internal async Task<PlateIndex> RefreshAsync(CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            await using var connection = await database.OpenAsync(cancellation);
            if (_index is null || await HasMissedAsync(connection))
            {
                await LoadAsync(connection, cancellation);
            }

            await FollowAsync(connection, cancellation);
            return _index!;
        }
        finally
        {
            _gate.Release();
        }
    }

    // Deliveries are forgotten after a day; the newest is always kept, so a gap shows.
    private async Task<bool> HasMissedAsync(DbConnection connection) =>
        await connection.ExecuteScalarAsync<long?>("select min(seq) from deliveries") > _lastDelivery + 1;

    private async Task LoadAsync(DbConnection connection, CancellationToken cancellation)
    {
        _read.Clear();
        _lastDelivery = await connection.ExecuteScalarAsync<long?>("select max(seq) from deliveries") ?? 0;
        var index = new PlateIndex();
        await ReadAsync(
            connection,
            index,
            """
            select s.plate_id, p.text, s.newest
            from (select plate_id, max(id) as newest from detections group by plate_id) s join plates p on p.plate_id = s.plate_id
            """,
            null,
            cancellation);
        _index = index;
    }

    private async Task FollowAsync(DbConnection connection, CancellationToken cancellation)
    {
        var deliveries = (await connection.QueryAsync<Delivery>(
            "select seq as Seq, first_id as FirstId, last_id as LastId from deliveries where seq > @After order by seq",
            new { After = _lastDelivery - Overlap })).ToList();
        foreach (var delivery in deliveries.Where(delivery => _read.Add(delivery.Seq)))
        {
            await ReadAsync(
                connection,
                _index!,
                """
                select s.plate_id, p.text, s.newest
                from (select plate_id, max(id) as newest from detections where id >= @FirstId and id <= @LastId group by plate_id) s
                join plates p on p.plate_id = s.plate_id
                """,
                delivery,
                cancellation);
        }

        _lastDelivery = deliveries.Count > 0 ? Math.Max(_lastDelivery, deliveries[^1].Seq) : _lastDelivery;
        _read.RemoveWhere(seq => seq <= _lastDelivery - Overlap);
    }

    private static async Task ReadAsync(
        DbConnection connection, PlateIndex index, string sql, Delivery? range, CancellationToken cancellation)
    {
        await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(sql, range, cancellationToken: cancellation));
        while (await reader.ReadAsync(cancellation))
        {
            index.Add(reader.GetInt64(0), reader.GetString(1), reader.GetInt64(2));
        }
    }

    private sealed record Delivery
    {
        public required long Seq { get; init; }

        public required long FirstId { get; init; }

        public required long LastId { get; init; }
    }
}
