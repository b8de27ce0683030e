using System.Globalization;

namespace Transparency.Ingest.Recognition.Pictures;

/// <summary>What ffprobe says about a file's first video stream, sizes as displayed (after rotation).</summary>
internal sealed record MediaInfo(int Width, int Height, double FramesPerSecond)
{
    /// <summary>Null when the file holds no picture or video that ffmpeg can read.</summary>
    public static MediaInfo? Probe(string path)
    {
        using var probe = Ffmpeg.Start("ffprobe", ["-v", "error", "-select_streams", "v:0", "-show_entries", "stream=width,height,avg_frame_rate:stream_side_data=rotation",
            "-of", "default=noprint_wrappers=1", "-i", "file:" + path]);
        using var reader = new StreamReader(probe.Output);
        var values = new Dictionary<string, string>();
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split('=', 2);
            if (parts.Length == 2)
            {
                values.TryAdd(parts[0], parts[1]);
            }
        }

        return Number(values, "width") is > 0 and <= 65535 and var width && Number(values, "height") is > 0 and <= 65535 and var height
            ? Turned(new MediaInfo(width, height, Rate(values.GetValueOrDefault("avg_frame_rate", "0/0"))), values.GetValueOrDefault("rotation"))
            : null;
    }

    private static MediaInfo Turned(MediaInfo info, string? rotation) =>
        rotation is "90" or "-90" or "270" or "-270" ? info with { Width = info.Height, Height = info.Width } : info;

    private static int Number(Dictionary<string, string> values, string name) =>
        int.TryParse(values.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static double Rate(string fraction)
    {
        var parts = fraction.Split('/');
        return parts.Length == 2
            && double.TryParse(parts[0], CultureInfo.InvariantCulture, out var frames)
            && double.TryParse(parts[1], CultureInfo.InvariantCulture, out var seconds)
            && frames > 0 && seconds > 0
            ? frames / seconds
            : 0;
    }
}
