using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Transparency.Ingest.Demonstration;

/// <summary>
/// Serves the demonstration camera as network cameras do: <c>/video.mjpg</c> (multipart/x-mixed-replace), <c>/picture.jpg</c>, and for
/// tests <c>/now.json</c> with the vehicles that passed. This machine only; nothing here is real.
/// </summary>
internal static class CameraServer
{
    private const string Boundary = "picture";

    public static WebApplication Create(DemonstrationCamera camera, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");
        var app = builder.Build();
        app.MapGet("/video.mjpg", context => StreamAsync(camera, context));
        app.MapGet("/picture.jpg", () => Results.Bytes(camera.Render(), "image/jpeg"));
        app.MapGet("/now.json", () => Results.Json(camera.Vehicles.Select(vehicle => new PassedVehicle(
            vehicle.Number, vehicle.Plate, vehicle.Colour.ToString(), vehicle.Lane, vehicle.EnteredAt, vehicle.LeftAt))));
        return app;
    }

    private static async Task StreamAsync(DemonstrationCamera camera, HttpContext context)
    {
        context.Response.ContentType = $"multipart/x-mixed-replace; boundary={Boundary}";
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            await foreach (var jpeg in camera.WatchAsync(context.RequestAborted))
            {
                var head = string.Create(
                    CultureInfo.InvariantCulture, $"--{Boundary}\r\nContent-Type: image/jpeg\r\nContent-Length: {jpeg.Length}\r\n\r\n");
                await context.Response.Body.WriteAsync(Encoding.ASCII.GetBytes(head), context.RequestAborted);
                await context.Response.Body.WriteAsync(jpeg, context.RequestAborted);
                await context.Response.Body.WriteAsync("\r\n"u8.ToArray(), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // Whoever watched has gone.
        }
    }
}

/// <summary>What the demonstration knows of a vehicle that passed.</summary>
/// <param name="Number">In the order they set out.</param>
/// <param name="Plate">As it is.</param>
/// <param name="Colour">A name of <c>VehicleColour</c>.</param>
/// <param name="Lane">0 is left, 1 is right.</param>
/// <param name="EnteredAt">When its plate came into the picture.</param>
/// <param name="LeftAt">When its plate became too small to read.</param>
internal sealed record PassedVehicle(long Number, string Plate, string Colour, int Lane, DateTimeOffset EnteredAt, DateTimeOffset LeftAt);
