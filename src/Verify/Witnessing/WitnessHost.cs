using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Transparency.Audit.Witnessing;

namespace Transparency.Verify.Witnessing;

/// <summary>The witness on the web: three addresses, plain text.</summary>
public static class WitnessHost
{
    /// <summary>A request has at most 63 hashes and a note; this leaves room for many signatures.</summary>
    private const long LargestRequest = 64 * 1024;

    public static WebApplication Create(Witness witness, IReadOnlyList<string> origins, Uri listen)
    {
        ArgumentNullException.ThrowIfNull(listen);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromSeconds(5));
        });
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.Urls.Add(listen.GetLeftPart(UriPartial.Authority));
        app.UseRouting();
        app.MapPost("/" + AddCheckpointRequest.Path, http => AddAsync(http, witness));
        app.MapGet("/{name}/checkpoint", http => NewestAsync(http, witness));
        app.MapGet("/", http => WriteAsync(http, 200, WitnessAnswer.TextType, Words(witness, origins)));
        return app;
    }

    private static async Task AddAsync(HttpContext http, Witness witness)
    {
        using var body = new MemoryStream();
        try
        {
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException e)
        {
            await WriteAsync(http, e.StatusCode, WitnessAnswer.TextType, "The request is too large or too slow.\n");
            return;
        }
        var answer = witness.Add(body.ToArray());
        await WriteAsync(http, answer.Status, answer.ContentType, answer.Body);
    }

    private static Task NewestAsync(HttpContext http, Witness witness)
    {
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.AccessControlAllowOrigin = "*";
        return witness.Newest((string)http.GetRouteValue("name")!) is { } note
            ? WriteAsync(http, 200, WitnessAnswer.TextType, note)
            : WriteAsync(http, 404, WitnessAnswer.TextType, "This witness has signed nothing of that log.\n");
    }

    private static string Words(Witness witness, IReadOnlyList<string> origins) =>
        $"""
        A witness of public logs (C2SP tlog-witness). It signs a log's head only where a proof shows that the head continues
        the one signed before.

        Its verifier key: {witness.Key}
        Logs post to:     /{AddCheckpointRequest.Path}

        {string.Join("\n", origins.Select(origin => $"{origin}: /{WitnessState.NameOf(origin)}/checkpoint"))}

        """;

    private static Task WriteAsync(HttpContext http, int status, string contentType, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), http.RequestAborted).AsTask();
    }
}
