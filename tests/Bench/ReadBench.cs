using System.Diagnostics;
using Transparency.Ingest.Recognition;

namespace Transparency.Bench;

/// <summary>Reading pictures on one thread: 1280x720 frames, each with one drawn plate about 150 pixels wide; decoding not included.</summary>
internal static class ReadBench
{
    private const int Width = 1280;
    private const int Height = 720;

    public static Task<IReadOnlyList<Figure>> RunAsync(BenchCity city)
    {
        using var reader = PlateReader.Load();
        var frames = Enumerable.Range(0, 8).Select(Draw).ToList();
        foreach (var frame in frames)
        {
            reader.Read(frame);
        }

        var samples = new Samples();
        for (var i = 0; i < (city.Quick ? 40 : 200); i++)
        {
            var start = Stopwatch.GetTimestamp();
            reader.Read(frames[i % frames.Count]);
            samples.Add(Stopwatch.GetElapsedTime(start));
        }

        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            new("read/picture", samples.Median, "ms median, one thread"),
            new("read/pictures", 1000 / samples.Median, "pictures/s a core"),
        ]);
    }

    private static Frame Draw(int number) => BenchFrame.WithPlate(Width, Height, $"0BNC{number}{number}7", number);
}
