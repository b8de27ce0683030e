using System.Net.Http.Json;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Transparency.Core.Cameras;
using Transparency.Ingest.Demonstration;
using Transparency.Ingest.Tracking;

namespace Transparency.Ingest.Tests.Worker;

/// <summary>The programs as they run in a city: demonstration camera, worker with its own recogniser, database.</summary>
public sealed class KilledWorkerTests
{
    private const int Kills = 2;

    // A vehicle is written when it has left or was in view for a while; until then a killed worker takes it with it.
    private static readonly TimeSpan Undecided = TimeSpan.FromSeconds(5);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_worker_that_is_killed_again_and_again_stores_every_vehicle_once_or_shows_an_outage()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Looks at /proc and sends signals.");
        var port = Programs.FreePort();
        var feed = $"http://127.0.0.1:{port}/video.mjpg";
        await using var city = await TestCity.CreateAsync(feed);
        using var programs = new Programs();
        programs.Start(city.Folder, "demo-camera", "--port", $"{port}", "--traffic", "12", "--pace", "35", "--light", "day", "--seed", "11");
        DateTimeOffset? from = null;
        for (var kill = 0; kill < Kills; kill++)
        {
            var worker = programs.Start(city.Folder, "worker");
            await ReadingAsync(city);
            from ??= TimeProvider.System.GetUtcNow();
            await Task.Delay(TimeSpan.FromSeconds(8) + TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(4000)), Cancellation);
            worker.Kill();
            await worker.WaitForExitAsync(Cancellation);
        }

        var last = programs.Start(city.Folder, "worker");
        await ReadingAsync(city);
        await Task.Delay(TimeSpan.FromSeconds(25), Cancellation);
        await Programs.EndAsync(last, Cancellation);
        Assert.Equal(0, last.ExitCode);
        var to = TimeProvider.System.GetUtcNow();

        using var http = new HttpClient();
        var passed = await http.GetFromJsonAsync<List<PassedVehicle>>($"http://127.0.0.1:{port}/now.json", Cancellation);
        var outages = await city.Services.GetRequiredService<CameraOutageStore>().ListAsync(1, from!.Value, to, Cancellation);
        var seen = passed!.Where(vehicle => vehicle.EnteredAt > from && vehicle.LeftAt < to - Undecided && !outages.Any(outage => Covers(outage, vehicle))).ToList();
        var stored = (await city.DetectionsAsync()).Select(row => row.Plate).ToList();
        var missed = seen.Where(vehicle => !stored.Exists(plate => TextAlignment.Distance(plate, vehicle.Plate) <= 1)).ToList();
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{passed!.Count} passed, {outages.Count} outages, {seen.Count} to be seen, {stored.Count} stored, "
            + $"{seen.Count(vehicle => stored.Contains(vehicle.Plate))} exact, missed: {string.Join(' ', missed.Select(vehicle => vehicle.Plate))}; "
            + $"stored: {string.Join(' ', stored)}; seen: {string.Join(' ', seen.Select(vehicle => vehicle.Plate))}");
        Assert.NotEmpty(seen);
        Assert.Empty(missed);
        Assert.Equal(stored.Count, stored.Distinct().Count());
        Assert.Equal(Kills, outages.Count(outage => outage.Reason == "The worker was not running."));

        // A killed worker's decoders end by themselves.
        while (Programs.DecodersOver(city.Folder) > 0)
        {
            await Task.Delay(200, Cancellation);
        }
    }

    private static bool Covers(CameraOutage outage, PassedVehicle vehicle) =>
        vehicle.EnteredAt.ToUnixTimeMilliseconds() <= (outage.ToMs ?? long.MaxValue)
        && vehicle.LeftAt.ToUnixTimeMilliseconds() >= outage.FromMs - Undecided.TotalMilliseconds;

    private static async Task ReadingAsync(TestCity city)
    {
        var since = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        var reports = city.Services.GetRequiredService<CameraReportStore>();
        while (!(await reports.ListAsync(Cancellation)).Any(report => report is { Camera: 1, State: CameraState.Reading } && report.AtMs > since))
        {
            await Task.Delay(200, Cancellation);
        }
    }
}
