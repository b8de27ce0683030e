using Dapper;
using Transparency.Core.Database;
using Transparency.Core.Detections;

namespace Transparency.Core.Searches;

/// <summary>The descriptions of vehicles in memory: a few thousand, only ever added to. Thread-safe.</summary>
public sealed class VehicleDictionary(SqlDatabase database)
{
    // A lower number can become visible after a higher one while two deliveries run at once; reading some again costs little.
    private const int Overlap = 200;

    private readonly Lock _lock = new();
    private readonly Dictionary<int, VehicleDescription> _known = [];
    private int _last;

    /// <summary>Numbers of the descriptions that fit, among all that were committed before this was asked.</summary>
    internal async Task<HashSet<int>> FittingAsync(VehicleTraits traits, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var after = Volatile.Read(ref _last) - Overlap;
        var rows = await connection.QueryAsync<VehicleRow>(
            new CommandDefinition($"{VehicleRow.Select} where vehicle_id > @after", new { after }, cancellationToken: cancellation));
        lock (_lock)
        {
            foreach (var row in rows)
            {
                _known[row.VehicleId] = row.Description;
                _last = Math.Max(_last, row.VehicleId);
            }

            return _known.Where(known => traits.Fits(known.Value)).Select(known => known.Key).ToHashSet();
        }
    }
}
