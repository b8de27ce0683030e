using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Detections;

/// <summary>Descriptions of vehicles, each kept once. Rows are only ever added. Number 0 stands for "nothing told" and has no row.</summary>
internal static class VehicleStore
{
    private const int PerQuery = 500;

    /// <summary>The numbers of descriptions as <see cref="VehicleDescription.Stored"/> gives them; those not met before are added.</summary>
    public static async Task<Dictionary<VehicleDescription, int>> IdsAsync(
        SqlDatabase database, WriteScope scope, IEnumerable<VehicleDescription> vehicles, CancellationToken cancellation)
    {
        var ids = new Dictionary<VehicleDescription, int> { [VehicleDescription.None] = 0 };
        var wanted = vehicles.Where(vehicle => vehicle != VehicleDescription.None).ToHashSet();
        await FindAsync(scope, wanted, ids);
        var missing = wanted.Where(vehicle => !ids.ContainsKey(vehicle)).ToList();
        if (missing.Count > 0)
        {
            await database.BulkInsertAsync(
                scope,
                "vehicles",
                ["make", "model", "type"],
                missing.Select(vehicle => new object?[] { vehicle.Make, vehicle.Model, (int)vehicle.Type }),
                cancellation);
            await FindAsync(scope, missing, ids);
        }

        return ids;
    }

    private static async Task FindAsync(
        WriteScope scope, IReadOnlyCollection<VehicleDescription> wanted, Dictionary<VehicleDescription, int> ids)
    {
        foreach (var makes in wanted.Select(vehicle => vehicle.Make).Distinct().Chunk(PerQuery))
        {
            var rows = await scope.Connection.QueryAsync<VehicleRow>($"{VehicleRow.Select} where make in @makes", new { makes }, scope.Transaction);
            foreach (var row in rows)
            {
                ids[row.Description] = row.VehicleId;
            }
        }
    }
}

/// <summary>A row of <c>vehicles</c>.</summary>
internal sealed record VehicleRow
{
    public const string Select = "select vehicle_id as VehicleId, make as Make, model as Model, type as Type from vehicles";

    public required int VehicleId { get; init; }

    public required string Make { get; init; }

    public required string Model { get; init; }

    public required int Type { get; init; }

    public VehicleDescription Description => new(Make, Model, (VehicleType)Type);
}
