using Transparency.Audit.Verification;
using Transparency.Core.AuditTrail;

namespace Transparency.Portal.Log;

/// <summary>
/// The log as plain files under <c>/log/</c> (C2SP tlog-tiles): nothing is computed for one reader, nothing is redirected, and there is
/// no address that proves one entry, so that what a reader fetches does not tell which entry matters to that reader.
/// </summary>
internal static class LogEndpoints
{
    private const string PlainText = "text/plain; charset=utf-8";
    private const string Json = "application/json";
    private const string Bytes = "application/octet-stream";

    // Tiles and bundles of one width never change; a disclosure file is written again when late entries of its day join the tree.
    private const string Forever = "public, max-age=31536000, immutable";
    private const string Minutes = "public, max-age=300";
    private const string Always = "no-cache";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapLog(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/log/checkpoint", Methods, (HttpContext http) => ServeAsync(http, LogVerifier.CheckpointPath, PlainText, Always));
        routes.MapMethods("/log/key", Methods, (HttpContext http) => ServeAsync(http, LogFiles.KeyPath, PlainText, Minutes));
        routes.MapMethods("/log/tile/{**rest}", Methods, (HttpContext http, string? rest) => ServeAsync(http, $"tile/{rest}", Bytes, Forever));
        routes.MapMethods(
            "/log/disclosures/{file}", Methods, (HttpContext http, string file) => ServeAsync(http, $"disclosures/{file}", Json, Minutes));
        routes.MapMethods(
            "/log/schema/{file?}", Methods, (HttpContext http, string? file) => ServeAsync(http, LogFiles.SchemaPath + file, Json, Minutes));
    }

    private static async Task ServeAsync(HttpContext http, string path, string contentType, string caching)
    {
        var bytes = await http.RequestServices.GetRequiredService<LogFiles>().ReadAsync(path, http.RequestAborted);
        var headers = http.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        if (bytes is null)
        {
            // Not to be cached: a tile that is not there yet may be there in a moment.
            headers.CacheControl = "no-store";
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            (bytes, contentType) = ("There is no such file in the log.\n"u8.ToArray(), PlainText);
        }
        else
        {
            headers.CacheControl = caching;
        }
        http.Response.ContentType = contentType;
        http.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
        }
    }
}
