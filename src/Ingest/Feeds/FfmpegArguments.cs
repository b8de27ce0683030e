using System.Globalization;

namespace Transparency.Ingest.Feeds;

/// <summary>How ffmpeg is called.</summary>
/// <param name="Arguments">Handed over one by one, never through a shell. Anyone on the machine can read them.</param>
/// <param name="Input">Written to its standard input, which nobody else can read: a live feed's address with its password.</param>
internal sealed record FfmpegCall(IReadOnlyList<string> Arguments, string Input);

/// <summary>
/// What ffmpeg is told. The protocols it may open are listed, so that a playlist or a redirect cannot make it read files or other
/// networks' addresses. A live feed is named in a list of one (ffconcat) on standard input, because arguments show in the process list.
/// </summary>
internal static class FfmpegArguments
{
    /// <summary>Larger pictures are refused before they are decoded.</summary>
    private const int MostPixels = 80_000_000;

    // The first picture is wanted at once: no counting of frames to learn a rate that nobody asks for.
    private static readonly string[] AtOnce = ["analyzeduration 2000000", "fpsprobesize 0", "fflags nobuffer"];

    /// <summary>A call that decodes a feed to YUV4MPEG2 on standard output.</summary>
    /// <param name="address">The feed.</param>
    /// <param name="settings">Width and stall time.</param>
    /// <param name="file">One picture of the folder; null for other feeds.</param>
    public static FfmpegCall For(FeedAddress address, FeedSettings settings, string? file = null)
    {
        var timeout = ((long)settings.Stall.TotalMicroseconds).ToString(CultureInfo.InvariantCulture);
        var width = settings.MostWidth.ToString(CultureInfo.InvariantCulture);
        string[] input = address.Kind switch
        {
            FeedKind.Rtsp => Listed("rtsp,rtp,rtcp,udp,tcp"),
            FeedKind.Http => Listed("http,https,tls,tcp"),
            _ => ["-protocol_whitelist", "file", "-i", "file:" + (file ?? address.Value)],
        };
        string[] arguments =
        [
            "-hide_banner", "-nostdin", "-nostats", "-loglevel", "error", "-threads", "1",
            "-max_pixels", MostPixels.ToString(CultureInfo.InvariantCulture),
            .. input,
            "-map", "0:v:0", "-an", "-sn", "-fps_mode", "passthrough",
            "-vf", $"scale='min({width},iw)':-2:flags=fast_bilinear,format=yuv420p|yuvj420p",
            .. file is null ? Array.Empty<string>() : ["-frames:v", "1"],
            "-f", "yuv4mpegpipe", "-strict", "-1", "pipe:1",
        ];
        return new FfmpegCall(arguments, address.Kind switch
        {
            FeedKind.Rtsp => List(address.Value, ["rtsp_transport tcp", $"timeout {timeout}", .. AtOnce]),
            FeedKind.Http => List(address.Value, [$"rw_timeout {timeout}", "use_wallclock_as_timestamps 1", .. AtOnce]),
            _ => "",
        });
    }

    private static string[] Listed(string protocols) =>
        ["-f", "concat", "-safe", "0", "-protocol_whitelist", $"pipe,{protocols}", "-fflags", "nobuffer", "-i", "pipe:0"];

    // An address holds no line breaks; a quotation mark in it ends the quotation, is written escaped, and begins it anew.
    private static string List(string address, IEnumerable<string> options) =>
        $"ffconcat version 1.0\nfile '{address.Replace("'", @"'\''", StringComparison.Ordinal)}'\n"
        + string.Concat(options.Select(option => $"option {option}\n"));
}
