using System.Security.Cryptography;
using Transparency.Ingest.Demonstration;

namespace Transparency.Ingest.Commands;

internal static class DemoCameraCommand
{
    public const string Help = """
        usage: transparency demo-camera --port N [--traffic N] [--pace N] [--light day|dusk] [--seed N]

        Shows a street of the fictional city as a network camera would, at http://127.0.0.1:N/video.mjpg.

          --port N      the port to listen on
          --traffic N   vehicles a minute, 1 to 30 (default 14)
          --pace N      speed of the traffic in per cent of the usual, 10 to 200 (default 100)
          --light L     always day or always dusk, instead of a day of twelve minutes
          --seed N      the same traffic again
        """;

    public static async Task<int> RunAsync(Options options, CancellationToken cancellation)
    {
        var port = options.TakeNumber("port", 1, 65535) ?? throw new UsageException("--port is missing.");
        var perMinute = options.TakeNumber("traffic", 1, 30) ?? 14;
        var pace = options.TakeNumber("pace", 10, 200) ?? 100;
        var seed = options.TakeNumber("seed", 0, int.MaxValue) ?? RandomNumberGenerator.GetInt32(int.MaxValue);
        var light = options.Take("light") switch
        {
            null => (Daylight?)null,
            "day" => new Daylight(1),
            "dusk" => new Daylight(.12f),
            _ => throw new UsageException("--light must be day or dusk."),
        };
        options.End();
        var time = TimeProvider.System;
        using var camera = new DemonstrationCamera(new Traffic((ulong)seed, time.GetUtcNow(), perMinute, pace / 100.0), time, light);
        await using var server = CameraServer.Create(camera, port);
        try
        {
            await server.StartAsync(cancellation);
        }
        catch (IOException)
        {
            throw new UsageException($"Port {port} is in use.");
        }

        Console.WriteLine($"The demonstration camera is at http://127.0.0.1:{port}/video.mjpg");
        try
        {
            await camera.RunAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C.
        }

        return 0;
    }
}
