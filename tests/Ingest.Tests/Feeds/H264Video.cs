using System.Diagnostics;

namespace Transparency.Ingest.Tests.Feeds;

/// <summary>A short H.264 stream that ffmpeg made: its pictures, each as the NAL units of one access unit.</summary>
internal sealed class H264Video
{
    private const int Delimiter = 9;

    private H264Video(IReadOnlyList<IReadOnlyList<byte[]>> pictures) => Pictures = pictures;

    /// <summary>NAL units without start codes. Every tenth picture begins with the parameter sets and can be decoded by itself.</summary>
    public IReadOnlyList<IReadOnlyList<byte[]>> Pictures { get; }

    /// <param name="input">ffmpeg's arguments for what is to be seen.</param>
    public static async Task<H264Video> EncodeAsync(params string[] input)
    {
        string[] output = ["-c:v", "libx264", "-preset", "veryfast", "-bf", "0", "-g", "10", "-x264-params", "aud=1:repeat-headers=1", "-f", "h264", "pipe:1"];
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-nostdin", .. input, .. output]) { RedirectStandardOutput = true })!;
        using var bytes = new MemoryStream();
        await ffmpeg.StandardOutput.BaseStream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        await ffmpeg.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, ffmpeg.ExitCode);
        return new H264Video(Group(Units(bytes.ToArray())));
    }

    // ITU-T H.264 annex B: units are set apart by 00 00 01, with one more 00 before it at times.
    private static IEnumerable<byte[]> Units(byte[] stream)
    {
        var start = Next(stream, 0) + 3;
        while (start < stream.Length)
        {
            var end = Next(stream, start);
            yield return stream.AsSpan(start, end - start).TrimEnd((byte)0).ToArray();
            start = end + 3;
        }
    }

    private static int Next(byte[] stream, int from)
    {
        var at = stream.AsSpan(from).IndexOf("\0\0\u0001"u8);
        return at < 0 ? stream.Length : from + at;
    }

    private static List<IReadOnlyList<byte[]>> Group(IEnumerable<byte[]> units)
    {
        var pictures = new List<IReadOnlyList<byte[]>>();
        foreach (var unit in units)
        {
            if ((unit[0] & 0x1f) == Delimiter)
            {
                pictures.Add(new List<byte[]>());
            }
            else
            {
                ((List<byte[]>)pictures[^1]).Add(unit);
            }
        }

        return pictures;
    }
}
