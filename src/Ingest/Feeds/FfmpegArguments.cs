using System.Globalization;

namespace Transparency.Ingest.Feeds;

/// <summary>
/// How ffmpeg is called. Arguments are handed over one by one, never through a shell; the protocols it may open are listed, so that a
/// playlist or a redirect cannot make it read files or other networks' addresses.
/// </summary>
internal static class FfmpegArguments
{
    /// <summary>Larger pictures are refused before they are decoded.</summary>
    private const int MostPixels = 80_000_000;

    /// <summary>Arguments that decode a feed to YUV4MPEG2 on standard output.</summary>
    /// <param name="address">The feed.</param>
    /// <param name="settings">Width and stall time.</param>
    /// <param name="file">One picture of the folder; null for other feeds.</param>
    public static IReadOnlyList<string> For(FeedAddress address, FeedSettings settings, string? file = null)
    {
        var timeout = ((long)settings.Stall.TotalMicroseconds).ToString(CultureInfo.InvariantCulture);
        string[] input = address.Kind switch
        {
            FeedKind.Rtsp =>
            [
                "-protocol_whitelist", "rtsp,rtp,rtcp,udp,tcp", "-rtsp_transport", "tcp", "-timeout", timeout,
                "-analyzeduration", "2000000", "-fflags", "nobuffer", "-i", address.Value,
            ],
            FeedKind.Http =>
            [
                "-protocol_whitelist", "http,https,tls,tcp", "-rw_timeout", timeout, "-use_wallclock_as_timestamps", "1",
                "-analyzeduration", "2000000", "-fflags", "nobuffer", "-i", address.Value,
            ],
            _ => ["-protocol_whitelist", "file", "-i", "file:" + (file ?? address.Value)],
        };
        var width = settings.MostWidth.ToString(CultureInfo.InvariantCulture);
        return
        [
            "-hide_banner", "-nostdin", "-nostats", "-loglevel", "error", "-threads", "1",
            "-max_pixels", MostPixels.ToString(CultureInfo.InvariantCulture),
            .. input,
            "-map", "0:v:0", "-an", "-sn", "-fps_mode", "passthrough",
            "-vf", $"scale='min({width},iw)':-2:flags=fast_bilinear,format=yuv420p|yuvj420p",
            .. file is null ? Array.Empty<string>() : ["-frames:v", "1"],
            "-f", "yuv4mpegpipe", "-strict", "-1", "pipe:1",
        ];
    }
}
