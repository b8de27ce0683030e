using System.Data.Common;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Transparency.Core.Agencies;
using Transparency.Core.Cameras;
using Transparency.Core.Detections;

namespace Transparency.Portal.Api.Cameras;

/// <summary>
/// Where cameras that read for themselves deliver. The key tells which camera it is; what the message says of that is not believed.
/// There is no cookie, so that no other site's page can deliver in a visitor's name.
/// </summary>
internal static class CameraEndpoints
{
    private const int MostBytes = 8 << 20;

    private const int RetryAfterSeconds = 30;

    public static void MapCameras(this IEndpointRouteBuilder routes)
    {
        Map(routes, "rekor", (_, body) => RekorFormat.Read(body));
        Map(routes, "hikvision", HikvisionFormat.Read);
        Map(routes, "platerecognizer", PlateRecognizerFormat.Read);
        Map(routes, "native", (_, body) => NativeFormat.Read(body));
        routes.MapGet("/api/cameras/standing", StandingAsync);
    }

    private static void Map(IEndpointRouteBuilder routes, string format, Func<string, ReadOnlyMemory<byte>, CameraMessage> read) => routes
        .MapPost($"/api/cameras/{format}", (HttpRequest request, CameraKeyStore keys, ReceiveReads receive, ILoggerFactory logs, CancellationToken cancellation) =>
            TakeAsync(request, read, keys, receive, logs, cancellation))
        .WithMetadata(new RequestSizeLimitAttribute(MostBytes));

    private static async Task<IResult> TakeAsync(
        HttpRequest request,
        Func<string, ReadOnlyMemory<byte>, CameraMessage> read,
        CameraKeyStore keys,
        ReceiveReads receive,
        ILoggerFactory logs,
        CancellationToken cancellation)
    {
        try
        {
            if (await keys.CameraOfAsync(KeyOf(request), cancellation) is not { } camera)
            {
                request.HttpContext.Response.Headers.WWWAuthenticate = "Basic realm=\"camera\"";
                return Answer(StatusCodes.Status401Unauthorized, "This needs the key of a camera.");
            }

            var message = read(request.ContentType ?? "", await BodyAsync(request, cancellation));
            if (message.Problem is { } problem)
            {
                await receive.CountMalformedAsync(camera, cancellation);
                return Answer(StatusCodes.Status400BadRequest, problem);
            }

            if (message.Outages.Count + message.Refused.Count > 0)
            {
                await receive.RecordAsync(camera, message.Outages, message.Refused, cancellation);
            }

            return Answer(await receive.RunAsync(camera, message.Reads, cancellation), message.Reads.Count);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Answer(StatusCodes.Status413PayloadTooLarge, "The message is larger than 8 megabytes.");
        }
        catch (Exception e) when (e is DbException or IOException)
        {
            logs.CreateLogger(typeof(CameraEndpoints)).LogWarning("A camera's reads could not be stored ({Error}); it may send them again.", e.GetType().Name);
            request.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Answer(StatusCodes.Status503ServiceUnavailable, "The reads cannot be stored now. Please send them again.");
        }
    }

    // What a car asks before its shift: it has no database in which to look for the council's decision.
    private static async Task<IResult> StandingAsync(
        HttpRequest request, CameraKeyStore keys, CameraStore cameras, City city, TimeProvider time, CancellationToken cancellation)
    {
        if (await keys.CameraOfAsync(KeyOf(request), cancellation) is not { } camera)
        {
            return Answer(StatusCodes.Status401Unauthorized, "This needs the key of a camera.");
        }

        var now = time.GetUtcNow();
        var facts = (await cameras.FactsAsync(now, cancellation)).FirstOrDefault(fact => fact.Number == camera);
        var refusal = CameraGate.Refusal(facts, city.DayOf(now));
        return Results.Json(new { camera, mayRead = refusal is null, refusal = refusal?.Explanation, city = city.Name, timeZone = city.TimeZone, at = now });
    }

    private static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        return body.ToArray();
    }

    // A camera that no reading of may be kept is told so by the status, which its maker's software shows.
    private static IResult Answer(DeliveryOutcome outcome, int sent)
    {
        var isRefused = sent > 0 && outcome.Refused.Values.Sum() == sent;
        return Results.Json(
            new { stored = outcome.Stored, repeated = outcome.Repeated, refused = outcome.Refused },
            statusCode: isRefused ? StatusCodes.Status403Forbidden : StatusCodes.Status200OK);
    }

    private static IResult Answer(int status, string problem) => Results.Json(new { problem }, statusCode: status);

    // "Bearer KEY", the password of "Basic", or ?key=KEY for devices that can be given nothing but an address.
    private static string? KeyOf(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header))
        {
            return request.Query["key"] is [var key] ? key : null;
        }

        return header.Scheme.ToUpperInvariant() switch
        {
            "BEARER" => header.Parameter,
            "BASIC" => Password(header.Parameter ?? ""),
            _ => null,
        };
    }

    private static string? Password(string basic)
    {
        var bytes = new byte[basic.Length];
        return Convert.TryFromBase64String(basic, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2)[^1] : null;
    }
}
