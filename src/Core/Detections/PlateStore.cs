using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Detections;

/// <summary>Plate texts, each kept once. Rows are only ever added, and a number is never used again.</summary>
internal static class PlateStore
{
    private const int PerQuery = 500;

    /// <summary>The numbers of plates; those not met before are added.</summary>
    public static async Task<Dictionary<string, long>> IdsAsync(
        SqlDatabase database, WriteScope scope, IReadOnlyCollection<PlateText> plates, CancellationToken cancellation)
    {
        var ids = new Dictionary<string, long>(plates.Count);
        await FindAsync(scope, plates.Select(plate => plate.Value), ids);
        var missing = plates.Where(plate => !ids.ContainsKey(plate.Value)).DistinctBy(plate => plate.Value).ToList();
        if (missing.Count > 0)
        {
            await database.BulkInsertAsync(
                scope, "plates", ["text", "skeleton"], missing.Select(plate => new object?[] { plate.Value, plate.Skeleton }), cancellation);
            await FindAsync(scope, missing.Select(plate => plate.Value), ids);
        }

        return ids;
    }

    private static async Task FindAsync(WriteScope scope, IEnumerable<string> texts, Dictionary<string, long> ids)
    {
        foreach (var some in texts.Distinct().Chunk(PerQuery))
        {
            foreach (var row in await scope.Connection.QueryAsync<Row>(
                "select plate_id as PlateId, text as Text from plates where text in @some", new { some }, scope.Transaction))
            {
                ids[row.Text] = row.PlateId;
            }
        }
    }

    private sealed record Row
    {
        public required long PlateId { get; init; }

        public required string Text { get; init; }
    }
}
