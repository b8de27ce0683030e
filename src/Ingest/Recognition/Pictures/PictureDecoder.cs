namespace Transparency.Ingest.Recognition.Pictures;

/// <summary>Turns a picture file of any common format into a frame. Not safe for use by two threads at once.</summary>
public sealed class PictureDecoder : IDisposable
{
    private const long MostFileBytes = 256 * 1024 * 1024;

    private readonly JpegDecoder jpeg = new();

    /// <summary>Never throws for what is in the file; a file that cannot be decoded is an <see cref="DecodedPicture.Error"/>.</summary>
    public DecodedPicture Decode(string path, DateTimeOffset capturedAt)
    {
        byte[] bytes;
        try
        {
            var length = new FileInfo(path).Length;
            if (length == 0)
            {
                return DecodedPicture.Unreadable("The file is empty.");
            }

            if (length > MostFileBytes)
            {
                return DecodedPicture.Unreadable("The file is larger than 256 MB, too large for a picture.");
            }

            bytes = File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return DecodedPicture.Unreadable("The file cannot be opened: " + (failure is FileNotFoundException ? "it does not exist." : "access was refused."));
        }

        return JpegDecoder.Recognises(bytes) ? jpeg.Decode(bytes, capturedAt)
            : PngDecoder.Recognises(bytes) ? PngDecoder.Decode(bytes, capturedAt)
            : DecodeOther(path, capturedAt);
    }

    public void Dispose() => jpeg.Dispose();

    private static DecodedPicture DecodeOther(string path, DateTimeOffset capturedAt)
    {
        try
        {
            if (MediaInfo.Probe(path) is not { } info)
            {
                return DecodedPicture.Unreadable("This is not a picture in a format that can be read.");
            }

            var shrink = Math.Max(1, Math.Sqrt((double)info.Width * info.Height / JpegDecoder.MostPixels));
            var (width, height) = (Math.Max(1, (int)(info.Width / shrink)), Math.Max(1, (int)(info.Height / shrink)));
            using var child = Ffmpeg.Start("ffmpeg", ["-v", "error", "-nostdin", "-threads", "1", "-i", "file:" + path, "-frames:v", "1",
                "-vf", $"scale={width}:{height}", "-f", "rawvideo", "-pix_fmt", "gray", "pipe:1"]);
            var grey = new byte[width * height];
            return child.Read(grey)
                ? DecodedPicture.Of(new Frame { Width = width, Height = height, Grey = grey, CapturedAt = capturedAt }, (double)info.Width / width)
                : DecodedPicture.Unreadable("The picture is damaged or cut short.");
        }
        catch (InvalidOperationException missing)
        {
            return DecodedPicture.Unreadable(missing.Message);
        }
    }
}
