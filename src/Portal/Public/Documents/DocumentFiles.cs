using Microsoft.Net.Http.Headers;
using Transparency.Core.Documents;

namespace Transparency.Portal.Public.Documents;

/// <summary>The published files themselves, under /documents/ID/NAME. A document never changes, so it may be kept for ever.</summary>
internal static class DocumentFiles
{
    public static async Task<IResult> GetAsync(string id, DocumentStore documents, HttpContext context, CancellationToken cancellation)
    {
        if (await documents.FindAsync(id, cancellation) is not { } document || await documents.ReadAsync(id, cancellation) is not { } bytes)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(bytes, Type(document.FileName), entityTag: new EntityTagHeaderValue($"\"{document.Sha256}\""), enableRangeProcessing: true);
    }

    private static string Type(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".PDF" => "application/pdf",
        ".CSV" => "text/csv; charset=utf-8",
        ".TXT" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
}
