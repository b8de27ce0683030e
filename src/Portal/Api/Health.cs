using Dapper;
using Transparency.Core.Agencies;
using Transparency.Core.Database;

namespace Transparency.Portal.Api;

/// <summary>What a process supervisor asks: 200 when pages can be served, 503 with the reason when not. Says nothing confidential.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes) => routes.MapGet(
        "/healthz",
        async (SqlDatabase database, CurrentCity city, ILogger<Program> log, CancellationToken cancellation) =>
        {
            try
            {
                await using var connection = await database.OpenAsync(cancellation);
                await connection.ExecuteScalarAsync<int>("select count(*) from schema_versions");
                var state = await city.FindAsync(cancellation) is null ? "no-city" : "ready";
                return Results.Json(new { status = "ok", database = database.Engine, city = state });
            }
            catch (Exception e) when (e is System.Data.Common.DbException or IOException)
            {
                log.LogError(e, "The health check could not read the database");
                return Results.Json(new { status = "failing", reason = "The database does not answer." }, statusCode: 503);
            }
        });
}
