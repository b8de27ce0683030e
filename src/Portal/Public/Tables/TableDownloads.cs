using System.Globalization;
using Transparency.Core.Agencies;

namespace Transparency.Portal.Public.Tables;

/// <summary>Maps a public table's files beside its page: /sharing.csv and /sharing.json beside /sharing.</summary>
internal static class TableDownloads
{
    public static void MapTable(this IEndpointRouteBuilder app, string path, Func<HttpContext, Task<PublicTable>> read)
    {
        app.MapGet($"{path}.csv", async (HttpContext context) =>
        {
            var table = await read(context);
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"{FileName(path)}.csv\"";
            return File(context, TableFiles.Csv(table), TableFiles.CsvType);
        }).CacheOutput(PublicCache.Name);
        app.MapGet($"{path}.json", async (HttpContext context, City city, TimeProvider time) =>
        {
            var table = await read(context);
            var now = time.GetUtcNow();
            return File(
                context,
                TableFiles.Json(table, ("city", city.Name), ("made", now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)), ("page", path)),
                TableFiles.JsonType);
        }).CacheOutput(PublicCache.Name);
    }

    // Anyone's page may read the public's tables.
    private static IResult File(HttpContext context, byte[] bytes, string type)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        return Results.Bytes(bytes, type);
    }

    private static string FileName(string path) => "alpr" + path.Replace('/', '-');
}
