using System.Globalization;
using System.Text;

namespace Transparency.Ingest.Feeds;

/// <summary>
/// Reads YUV4MPEG2 as ffmpeg writes it: one header line that tells the size, then for each frame the line FRAME and the three planes
/// of a 4:2:0 picture. Blocking; not thread-safe.
/// </summary>
internal sealed class Y4mStream(Stream stream)
{
    private const int LongestLine = 250;

    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>Time from one frame to the next, as the header tells it; a tenth of a second where it does not.</summary>
    public TimeSpan Interval { get; private set; } = TimeSpan.FromSeconds(.1);

    /// <summary>Luma runs from 16 to 235 and chroma from 16 to 240, as in broadcasting, instead of 0 to 255.</summary>
    public bool IsLimited { get; private set; }

    /// <summary>Bytes of one frame.</summary>
    public int FrameLength => (Width * Height) + (2 * ((Width + 1) / 2) * ((Height + 1) / 2));

    /// <summary>False when the stream ends before a header or it is not one.</summary>
    public bool ReadHeader()
    {
        var words = ReadLine().Split(' ');
        if (words[0] != "YUV4MPEG2")
        {
            return false;
        }

        foreach (var word in words.Skip(1).Where(word => word.Length > 1))
        {
            switch (word[0])
            {
                case 'W': Width = Number(word.AsSpan(1)); break;
                case 'H': Height = Number(word.AsSpan(1)); break;
                case 'F': Interval = ReadInterval(word.AsSpan(1)); break;
                default: break;
            }
        }

        IsLimited = !words.Contains("XCOLORRANGE=FULL");
        return Width is > 0 and <= 16384 && Height is > 0 and <= 16384;
    }

    /// <summary>Fills the buffer with the next frame; false when the stream ended before a whole one.</summary>
    public bool ReadFrame(byte[] buffer) =>
        ReadLine().StartsWith("FRAME", StringComparison.Ordinal)
        && stream.ReadAtLeast(buffer.AsSpan(0, FrameLength), FrameLength, throwOnEndOfStream: false) == FrameLength;

    private static int Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // Frames in so many seconds, such as 30000:1001.
    private TimeSpan ReadInterval(ReadOnlySpan<char> ratio)
    {
        var colon = ratio.IndexOf(':');
        var (frames, seconds) = colon < 0 ? (0, 0) : (Number(ratio[..colon]), Number(ratio[(colon + 1)..]));
        return frames > 0 && seconds > 0 && frames / seconds <= 240 ? TimeSpan.FromSeconds((double)seconds / frames) : Interval;
    }

    private string ReadLine()
    {
        var line = new StringBuilder();
        for (var value = stream.ReadByte(); value >= 0 && value != '\n' && line.Length < LongestLine; value = stream.ReadByte())
        {
            line.Append((char)value);
        }

        return line.ToString();
    }
}
