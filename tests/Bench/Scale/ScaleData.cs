using System.Diagnostics;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Transparency.Core.Database;
using Transparency.Core.Detections;

namespace Transparency.Bench.Scale;

/// <summary>
/// Writes a generated month into a new database in bulk: rows in order first, the two indexes afterwards. What the delivery would have
/// checked is true by construction.
/// </summary>
internal sealed class ScaleData(long reads)
{
    private const int PerTransaction = 500_000;

    public static DateTimeOffset End { get; } = new(2026, 11, 22, 19, 0, 0, TimeSpan.Zero);

    public Fleet Fleet { get; } = new(vehicles: (int)(reads / (reads > 50_000_000 ? 40 : 25)) + 1000, cameras: reads > 50_000_000 ? 500 : 100);

    public long Reads => reads;

    /// <summary>The label of the row count in a figure's name: "10M".</summary>
    public string Label => reads >= 1_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{reads / 1_000_000}M")
        : string.Create(CultureInfo.InvariantCulture, $"{reads / 1000}k");

    /// <summary>Opens the data set in a folder, making it first if it is not there whole.</summary>
    public async Task<ScaleCity> OpenAsync(string folder)
    {
        var marker = Marker(folder);
        if (!File.Exists(marker))
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            Directory.CreateDirectory(folder);
            await using (var empty = new ScaleCity(folder, End.AddDays(-Traffic.Days)))
            {
                await empty.CreateAsync(Fleet.Cameras);
            }

            var start = Stopwatch.GetTimestamp();
            Fill(Path.Combine(folder, "transparency.db"));
            await File.WriteAllTextAsync(marker, Label);
            Console.WriteLine($"  {Label} reads generated in {Stopwatch.GetElapsedTime(start).TotalSeconds:N0} s");
        }

        // A data set that was kept may be older than the software.
        var city = new ScaleCity(folder, await NowAsync(Path.Combine(folder, "transparency.db")));
        await city.Get<Migrations>().ApplyAsync();
        return city;
    }

    /// <summary>The next run makes it again.</summary>
    public static void IsNoLongerWhole(string folder) => File.Delete(Marker(folder));

    // A data set that was measured on before has grown a little: the clock goes on after its newest read.
    private static async Task<DateTimeOffset> NowAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file}");
        var newest = new DetectionId(await connection.ExecuteScalarAsync<long>("select max(id) from detections")).CapturedAt;
        return (newest > End ? newest : End).AddSeconds(1);
    }

    private static string Marker(string folder) => Path.Combine(folder, "complete");

    private void Fill(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        connection.Execute("pragma synchronous = off; pragma cache_size = -262144; pragma threads = 2");
        connection.Execute("drop index ix_detections_plate; drop index ix_detections_camera; drop index ix_plates_skeleton");
        using (var writer = new ScaleWriter(connection, Fleet.Vehicles))
        {
            writer.Begin();
            var traffic = new Traffic(Fleet, reads, End);
            for (var written = 1L; traffic.MoveNext(); written++)
            {
                writer.Write(traffic.Current);
                if (written % PerTransaction == 0)
                {
                    writer.Commit();
                    writer.Begin();
                }
            }

            writer.Commit();
        }

        foreach (var index in (string[])[
            "create index ix_plates_skeleton on plates (skeleton)",
            "create index ix_detections_plate on detections (plate_id, id)",
            "create index ix_detections_camera on detections (camera, id, plate_id, colour, state, vehicle_id)"])
        {
            connection.Execute(index, commandTimeout: 0);
            connection.Execute("pragma wal_checkpoint(truncate)", commandTimeout: 0);
        }
    }
}
