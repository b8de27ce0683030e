using System.Data.Common;
using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Searches;

/// <summary>
/// Keeps the <see cref="PlateIndex"/> of this process in step with the database. Refreshed right before each search: a search sees every
/// detection that was committed before it began, late ones too, because it follows deliveries and not detection numbers.
/// <see cref="PlateDictionaryService"/> keeps what is left to read before a search small.
/// </summary>
public sealed class PlateDictionary(SqlDatabase database) : IDisposable
{
    // SQL Server hands out sequence numbers before it commits, so a lower one can appear after a higher one. Reading some again costs
    // little and changes nothing.
    private const int Overlap = 200;

    private const int PerQuery = 500;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly HashSet<long> _read = [];
    private PlateIndex? _index;
    private long _lastDelivery;

    /// <summary>What this process holds; null before it was first loaded.</summary>
    public DictionarySize? Size => _index is { } index ? new(index.End, index.Bytes) : null;

    public void Dispose() => _gate.Dispose();

    /// <summary>The index as of now. The first call loads it, some seconds for millions of plates.</summary>
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

    // One look at the end of the index (plate, number) for each plate, instead of reading all of it.
    private async Task LoadAsync(DbConnection connection, CancellationToken cancellation)
    {
        _read.Clear();
        _lastDelivery = await connection.ExecuteScalarAsync<long?>("select max(seq) from deliveries") ?? 0;
        var index = new PlateIndex();
        await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(
            """
            select p.plate_id, p.text, coalesce((select max(d.id) from detections d where d.plate_id = p.plate_id), 0)
            from plates p order by p.plate_id
            """,
            commandTimeout: 0,
            cancellationToken: cancellation));
        while (await reader.ReadAsync(cancellation))
        {
            index.Add(reader.GetInt64(0), reader.GetString(1), reader.GetInt64(2));
        }

        _index = index;
    }

    private async Task FollowAsync(DbConnection connection, CancellationToken cancellation)
    {
        var deliveries = (await connection.QueryAsync<Delivery>(
            "select seq as Seq, first_id as FirstId, last_id as LastId from deliveries where seq > @After order by seq",
            new { After = _lastDelivery - Overlap })).ToList();
        foreach (var delivery in deliveries.Where(delivery => !_read.Contains(delivery.Seq)))
        {
            await FollowAsync(connection, delivery, cancellation);
            _read.Add(delivery.Seq);
        }

        _lastDelivery = deliveries.Count > 0 ? Math.Max(_lastDelivery, deliveries[^1].Seq) : _lastDelivery;
        _read.RemoveWhere(seq => seq <= _lastDelivery - Overlap);
    }

    private async Task FollowAsync(DbConnection connection, Delivery delivery, CancellationToken cancellation)
    {
        var unknown = new Dictionary<long, long>();
        var rows = await connection.QueryAsync<(long Plate, long Detection)>(new CommandDefinition(
            "select plate_id, id from detections where id between @FirstId and @LastId order by id", delivery, cancellationToken: cancellation));
        foreach (var (plate, detection) in rows)
        {
            if (!_index!.Seen(plate, detection))
            {
                unknown[plate] = detection;
            }
        }

        foreach (var plates in unknown.Keys.Chunk(PerQuery))
        {
            foreach (var (plate, text) in await connection.QueryAsync<(long, string)>(
                new CommandDefinition("select plate_id, text from plates where plate_id in @plates", new { plates }, cancellationToken: cancellation)))
            {
                _index!.Add(plate, text, unknown[plate]);
            }
        }
    }

    private sealed record Delivery
    {
        public required long Seq { get; init; }

        public required long FirstId { get; init; }

        public required long LastId { get; init; }
    }
}

/// <summary>How many plate numbers a dictionary covers and the bytes it takes.</summary>
public sealed record DictionarySize(int Plates, long Bytes);
