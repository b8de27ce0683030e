using Dapper;
using Transparency.Core.Cameras;
using Transparency.Core.Database;

namespace Transparency.Core.Searches;

/// <summary>Which cameras a search reaches, and which of them it could not have seen everything on.</summary>
public sealed class CameraReach(SqlDatabase database, CameraOutageStore outages)
{
    private const string InWindow =
        """
        select number as Number, name as Name, area_id as AreaId
        from cameras
        where live_ms < @ToMs and (removed_ms is null or removed_ms > @FromMs)
        order by number
        """;

    /// <summary>The areas among these that do not exist.</summary>
    internal async Task<IReadOnlyList<string>> UnknownAreasAsync(IReadOnlyList<string> areas, CancellationToken cancellation)
    {
        if (areas.Count == 0)
        {
            return [];
        }

        await using var connection = await database.OpenAsync(cancellation);
        return areas.Except(await connection.QueryAsync<string>("select id from areas")).ToList();
    }

    /// <summary>Cameras that were live at some time of a window, in the areas named or, without areas, in the whole city.</summary>
    internal async Task<Reach> OfAsync(
        IReadOnlyList<string> areas, DateTimeOffset from, DateTimeOffset to, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var cameras = await connection.QueryAsync<ReachedCamera>(
            InWindow, new { FromMs = from.ToUnixTimeMilliseconds(), ToMs = to.ToUnixTimeMilliseconds() });
        var reached = cameras.Where(camera => areas.Count == 0 || areas.Contains(camera.AreaId)).ToList();
        var offline = await outages.OfflineCamerasAsync(from, to, now, cancellation);
        return new Reach(reached, reached.Where(camera => offline.Contains(camera.Number)).ToList());
    }
}

/// <summary>The cameras of a search.</summary>
internal sealed record Reach(IReadOnlyList<ReachedCamera> Cameras, IReadOnlyList<ReachedCamera> Offline);

/// <summary>A camera within a search's reach.</summary>
public sealed record ReachedCamera
{
    public required int Number { get; init; }

    public required string Name { get; init; }

    public required string AreaId { get; init; }
}
