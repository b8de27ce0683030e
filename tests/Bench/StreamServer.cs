using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Transparency.Bench;

/// <summary>
/// Sends a video to each camera's reader as fast as it was filmed, beginning a little later for each, so that not all streets are busy
/// in the same second. At its end the connection stays open and silent.
/// </summary>
internal static class StreamServer
{
    private const int StepsPerSecond = 15;

    /// <param name="video">What every camera shows.</param>
    /// <param name="spread">The last camera begins so much later than the first.</param>
    /// <param name="cameras">How many there are; addresses are /1 to /N.</param>
    public static async Task<WebApplication> StartAsync(StreetVideo video, TimeSpan spread, int cameras)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/{camera:int}", (int camera, HttpContext context) => SendAsync(video, spread * (camera - 1) / cameras, context));
        await app.StartAsync();
        return app;
    }

    private static async Task SendAsync(StreetVideo video, TimeSpan delay, HttpContext context)
    {
        context.Response.ContentType = "video/mp2t";
        try
        {
            await Task.Delay(delay, context.RequestAborted);
            var step = (int)(video.Stream.Length / (video.Length.TotalSeconds * StepsPerSecond)) + 1;
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / StepsPerSecond));
            for (var at = 0; at < video.Stream.Length; at += step)
            {
                await context.Response.Body.WriteAsync(video.Stream.AsMemory(at, Math.Min(step, video.Stream.Length - at)), context.RequestAborted);
                await timer.WaitForNextTickAsync(context.RequestAborted);
            }

            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The reader has gone.
        }
    }
}
