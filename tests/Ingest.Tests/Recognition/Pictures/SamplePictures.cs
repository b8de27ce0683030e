using System.Diagnostics;
using System.Numerics;
using System.Text;
using Transparency.Ingest.Recognition;
using Transparency.Ingest.Recognition.Rendering;

namespace Transparency.Ingest.Tests.Recognition.Pictures;

/// <summary>Pictures drawn by the project, on disk in a folder that goes away with the test.</summary>
internal sealed class SamplePictures : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("transparency-pictures-").FullName;

    /// <summary>A grey street with one plate, 120 to 160 pixels wide and a little turned.</summary>
    public static RgbPicture Scene(string plate, int width = 960, int height = 540)
    {
        var scene = new RgbPicture(width, height);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var shade = (byte)(70 + (60 * y / height) + ((((x / 24) + (y / 20)) % 2) * 6));
                scene.Blend(x, y, new(shade, shade, (byte)(shade + 6)), 1);
            }
        }

        for (var y = height / 4; y < height * 3 / 4; y++)
        {
            for (var x = width / 4; x < width * 3 / 4; x++)
            {
                scene.Blend(x, y, new(52, 60, 84), 1);
            }
        }

        Vector2[] corners = [new(.42f * width, .52f * height), new(.565f * width, .53f * height), new(.564f * width, .658f * height), new(.421f * width, .65f * height)];
        PlateArt.Draw(scene, corners, plate);
        return scene;
    }

    public static Frame FrameOf(RgbPicture picture) => new() { Width = picture.Width, Height = picture.Height, Grey = picture.ToGrey(), CapturedAt = DateTimeOffset.UnixEpoch };

    /// <summary>Writes the picture in the format of the name's extension, with ffmpeg's name of a pixel format where one is given.</summary>
    public string Write(string name, RgbPicture picture, string? pixels = null)
    {
        var path = Path.Combine(Folder, name);
        var plain = Path.Combine(Folder, Path.GetFileNameWithoutExtension(name) + ".source.ppm");
        using (var stream = File.Create(plain))
        {
            stream.Write(Encoding.ASCII.GetBytes($"P6\n{picture.Width} {picture.Height}\n255\n"));
            stream.Write(picture.Pixels);
        }

        Convert(pixels is null ? ["-i", plain, "-q:v", "3", path] : ["-i", plain, "-pix_fmt", pixels, path]);
        File.Delete(plain);
        return path;
    }

    /// <summary>A short video that shows the picture throughout.</summary>
    public string WriteVideo(string name, RgbPicture picture, int frames)
    {
        var still = Write("still.png", picture);
        var path = Path.Combine(Folder, name);
        Convert(["-loop", "1", "-i", still, "-frames:v", $"{frames}", "-r", "10", "-c:v", "mjpeg", "-q:v", "3", path]);
        File.Delete(still);
        return path;
    }

    public string WriteBytes(string name, ReadOnlySpan<byte> bytes)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static void Convert(IEnumerable<string> arguments)
    {
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-nostdin", "-y", .. arguments]))!;
        ffmpeg.WaitForExit();
        Assert.Equal(0, ffmpeg.ExitCode);
    }
}
