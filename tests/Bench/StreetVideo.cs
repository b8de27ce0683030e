using System.Diagnostics;
using System.Globalization;
using Transparency.Ingest.Demonstration;

namespace Transparency.Bench;

/// <summary>A minute of the demonstration street as a camera sends it: H.264 in an MPEG transport stream, 1280 x 720, 15 frames a second.</summary>
internal sealed record StreetVideo(byte[] Stream, TimeSpan Length, IReadOnlyList<string> Plates)
{
    private const int FramesPerSecond = 15;
    private const double PerMinute = 14;

    // A vehicle at the very edge of the video was not there for anybody to see.
    private static readonly TimeSpan Edge = TimeSpan.FromSeconds(2);

    public static async Task<StreetVideo> RenderAsync(TimeSpan length, DateTimeOffset start)
    {
        var clock = new VideoClock { Now = start };
        using var camera = new DemonstrationCamera(new Traffic(22, start, PerMinute), clock, new Daylight(1));
        var rate = FramesPerSecond.ToString(CultureInfo.InvariantCulture);
        string[] arguments =
        [
            "-v", "error", "-f", "mjpeg", "-framerate", rate, "-i", "pipe:0", "-c:v", "libx264", "-preset", "veryfast", "-b:v", "3M", "-bf", "0",
            "-g", "30", "-f", "mpegts", "pipe:1",
        ];
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        using var stream = new MemoryStream();
        var reading = ffmpeg.StandardOutput.BaseStream.CopyToAsync(stream);
        for (var frame = 0; frame < length.TotalSeconds * FramesPerSecond; frame++)
        {
            clock.Now = start.AddSeconds(frame / (double)FramesPerSecond);
            await ffmpeg.StandardInput.BaseStream.WriteAsync(camera.Render());
        }

        ffmpeg.StandardInput.Close();
        await reading;
        await ffmpeg.WaitForExitAsync();
        var seen = camera.Vehicles.Where(vehicle => vehicle.EnteredAt > start + Edge && vehicle.LeftAt < start + length - Edge);
        return new StreetVideo(stream.ToArray(), length, [.. seen.Select(vehicle => vehicle.Plate)]);
    }

    private sealed class VideoClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
