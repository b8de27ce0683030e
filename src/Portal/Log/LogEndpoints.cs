using System.Security.Claims;
using Transparency.Audit.Verification;
using Transparency.Core.AuditTrail;

namespace Transparency.Portal.Log;

/// <summary>
/// The log as plain files under <c>/log/</c> (C2SP tlog-tiles): nothing is computed for one reader, nothing is redirected, and there is
/// no address that proves one entry, so that what a reader fetches does not tell which entry matters to that reader.
/// </summary>
public static class LogEndpoints
{
    private const string PlainText = "text/plain; charset=utf-8";
    private const string Json = "application/json";
    private const string Bytes = "application/octet-stream";

    // Tiles and bundles of one width never change; a disclosure file is written again when late entries of its day join the tree.
    private const string Forever = "public, max-age=31536000, immutable";
    private const string Minutes = "public, max-age=300";
    private const string Always = "no-cache";

    public static void MapLog(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/staff/log/receipts/{entry}", ReceiptAsync).RequireAuthorization();
        routes.Map("/log/checkpoint", http => ServeAsync(http, LogVerifier.CheckpointPath, PlainText, Always));
        routes.Map("/log/key", http => ServeAsync(http, LogFiles.KeyPath, PlainText, Minutes));
        routes.Map("/log/tile/{**rest}", http => ServeAsync(http, $"tile/{http.GetRouteValue("rest")}", Bytes, Forever));
        routes.Map("/log/disclosures/{file?}", http => ServeAsync(http, $"disclosures/{http.GetRouteValue("file")}", Json, Minutes));
        routes.Map("/log/schema/{file?}", http => ServeAsync(http, $"{LogFiles.SchemaPath}{http.GetRouteValue("file")}", Json, Minutes));
    }

    // Only to the user who made the entry: a leaf leads to its place in the log.
    private static async Task<IResult> ReceiptAsync(HttpContext http, string entry, PromiseInclusion promise)
    {
        var user = http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
        return await promise.RunAsync(entry, user, http.RequestAborted) is { } note
            ? Results.File(System.Text.Encoding.UTF8.GetBytes(note), PlainText, $"receipt-{entry}.txt")
            : Results.NotFound();
    }

    private static async Task ServeAsync(HttpContext http, string path, string contentType, string caching)
    {
        var isHead = HttpMethods.IsHead(http.Request.Method);
        if (!isHead && !HttpMethods.IsGet(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            http.Response.Headers.Allow = "GET, HEAD";
            http.Response.ContentType = PlainText;
            await http.Response.WriteAsync("The log is read with GET.\n", http.RequestAborted);
            return;
        }
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
        if (!isHead)
        {
            await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
        }
    }
}
