namespace Transparency.Ingest.Recognition.Pictures;

/// <summary>The frames of a video file in order, grey, from one ffmpeg child.</summary>
public sealed class VideoFile : IDisposable
{
    private const int MostWidth = 1920;

    private readonly Ffmpeg child;
    private readonly MediaInfo info;
    private readonly DateTimeOffset start;
    private readonly int width;
    private readonly int height;
    private long frames;

    private VideoFile(string path, MediaInfo info, DateTimeOffset start)
    {
        (this.info, this.start) = (info, start);
        width = Math.Min(MostWidth, info.Width);
        height = Math.Max(1, (int)Math.Round((double)info.Height * width / info.Width));
        child = Ffmpeg.Start("ffmpeg", ["-v", "error", "-nostdin", "-threads", "1", "-i", "file:" + path, "-an", "-vf", $"scale={width}:{height}",
            "-f", "rawvideo", "-pix_fmt", "gray", "pipe:1"]);
    }

    /// <summary>How many pixels of the video one pixel of a frame stands for.</summary>
    public double Scale => (double)info.Width / width;

    /// <summary>Null when the file holds no video that can be read. Throws <see cref="InvalidOperationException"/> without ffmpeg.</summary>
    /// <param name="start">When the first frame was taken; later frames follow at the video's rate.</param>
    public static VideoFile? Open(string path, DateTimeOffset start) => MediaInfo.Probe(path) is { } info ? new VideoFile(path, info, start) : null;

    /// <summary>The next frame, or null after the last whole one.</summary>
    public Frame? Next()
    {
        var grey = new byte[width * height];
        if (!child.Read(grey))
        {
            return null;
        }

        var seconds = info.FramesPerSecond > 0 ? frames / info.FramesPerSecond : 0;
        frames++;
        return new Frame { Width = width, Height = height, Grey = grey, CapturedAt = start.AddSeconds(seconds) };
    }

    public void Dispose() => child.Dispose();
}
