using Transparency.Bench.Scale;

namespace Transparency.Bench;

/// <summary>Searching at the scale of a city: ten million reads for the quick run, a hundred million for the full one.</summary>
internal static class SearchBench
{
    private const long Quick = 10_000_000;
    private const long Full = 100_000_000;
    private const long ADay = 3_300_000;

    // A read takes about 125 bytes, and the peer's table is as large again.
    private const long BytesARead = 300;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchCity city)
    {
        var data = new ScaleData(Rows(city));
        var folder = Path.Combine(city.DataSets, data.Label);
        await using var scale = await data.OpenAsync(folder);
        var bench = new ScaleSearchBench(data, scale, folder, city.Quick ? 60 : 100);
        var figures = await bench.RunAsync();
        ScaleData.IsNoLongerWhole(folder);
        return [.. figures, .. await bench.PurgeAsync(Math.Min(ADay, data.Reads / 10))];
    }

    private static long Rows(BenchCity city)
    {
        if (city.Rows is { } asked)
        {
            return asked;
        }

        Directory.CreateDirectory(city.DataSets);
        var hasRoom = new DriveInfo(Path.GetFullPath(city.DataSets)).AvailableFreeSpace > Full * BytesARead;
        if (!city.Quick && !hasRoom)
        {
            Console.WriteLine("  There is no room for a hundred million reads here; measuring on ten million.");
        }

        return city.Quick || !hasRoom ? Quick : Full;
    }
}
