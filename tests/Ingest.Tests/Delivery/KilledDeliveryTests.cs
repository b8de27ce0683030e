using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Transparency.Ingest.Tests.Delivery;

public sealed class KilledDeliveryTests
{
    private const int Kills = 10;

    [Fact]
    public async Task However_often_the_process_is_killed_every_vehicle_it_kept_is_stored_once()
    {
        await using var city = await TestCity.CreateAsync();
        var (kept, inFlight, next) = (new HashSet<int>(), new HashSet<int>(), 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            foreach (var number in await RunAndKillAsync(city.Folder, next))
            {
                kept.Add(number);
                next = number + 1;
            }

            // Kept or not: the process died before it could say.
            inFlight.Add(next);
            next++;
        }

        await using (var bench = new DeliveryBench(city.Services, quota: 64 << 20))
        {
            Assert.Equal(0, bench.Spool.DamagedBytes);
            while (await bench.Deliverer.StepAsync(TestContext.Current.CancellationToken))
            {
            }
        }

        var stored = (await city.DetectionsAsync()).Select(row => int.Parse(row.Plate.AsSpan(1), CultureInfo.InvariantCulture)).ToList();
        TestContext.Current.TestOutputHelper!.WriteLine($"{kept.Count} kept, {stored.Count} stored, {Kills} kills");
        Assert.True(kept.Count > Kills, "the process was killed before it did anything");
        Assert.Equal(stored.Count, stored.Distinct().Count());
        Assert.Empty(kept.Except(stored));
        Assert.Empty(stored.Except(kept).Except(inFlight));
    }

    private static async Task<List<int>> RunAndKillAsync(string folder, int first)
    {
        var program = Path.ChangeExtension(typeof(KilledDeliveryTests).Assembly.Location, ".dll");
        var start = new ProcessStartInfo("dotnet", [program, SpoolVictim.Command, folder, first.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var kept = new List<int>();
        var killer = Task.CompletedTask;
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (kept.Count == 0)
            {
                killer = KillAsync(process);
            }

            // A line that was cut off by the kill tells nothing certain.
            if (line.Split(' ') is ["kept", var number] && number.Length > 0)
            {
                kept.Add(int.Parse(number, CultureInfo.InvariantCulture));
            }
        }

        await killer;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return kept;
    }

    private static async Task KillAsync(Process process)
    {
        await Task.Delay(RandomNumberGenerator.GetInt32(1, 300), TestContext.Current.CancellationToken);
        process.Kill();
    }
}
