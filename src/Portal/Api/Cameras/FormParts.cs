using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Transparency.Portal.Api.Cameras;

/// <summary>One part of a form: its name, the name of its file and its bytes.</summary>
internal sealed record FormPart(string Name, string FileName, byte[] Bytes);

/// <summary>Takes a multipart form apart (RFC 7578), which has been read whole and is within its limit of size.</summary>
internal static class FormParts
{
    private const int MostParts = 12;
    private const int LongestBoundary = 100;
    private const int LongestName = 100;

    public static bool IsForm(string contentType) => contentType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);

    /// <summary>The parts in their order; null when it is not a well-formed form of a few parts.</summary>
    public static IReadOnlyList<FormPart>? Read(string contentType, ReadOnlyMemory<byte> body)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= LongestBoundary } boundary)
        {
            return null;
        }

        try
        {
            // The body is in memory, so that nothing here ever waits.
            return ReadAsync(new MultipartReader(boundary, new MemoryStream(body.ToArray())) { HeadersCountLimit = 16, HeadersLengthLimit = 4096 })
                .GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or ArgumentException)
        {
            return null;
        }
    }

    private static async Task<IReadOnlyList<FormPart>?> ReadAsync(MultipartReader reader)
    {
        var parts = new List<FormPart>();
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            using var bytes = new MemoryStream();
            await section.Body.CopyToAsync(bytes);
            _ = ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition);
            var name = HeaderUtilities.RemoveQuotes(disposition?.Name ?? default).Value ?? "";
            var file = HeaderUtilities.RemoveQuotes(disposition?.FileName ?? default).Value ?? "";
            if (parts.Count == MostParts || name.Length > LongestName || file.Length > LongestName)
            {
                return null;
            }

            parts.Add(new FormPart(name, file, bytes.ToArray()));
        }

        return parts;
    }
}
