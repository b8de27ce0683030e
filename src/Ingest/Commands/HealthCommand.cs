using Microsoft.Extensions.DependencyInjection;
using Transparency.Core.Cameras;
using Transparency.Core.Database;
using Transparency.Ingest.Delivery;

namespace Transparency.Ingest.Commands;

internal static class HealthCommand
{
    public const string Help = """
        usage: transparency health

        Shows what the database, the spool and each live camera say of themselves. Exit code 1 when something needs attention.
        """;

    public static async Task<int> RunAsync(Options options, CancellationToken cancellation)
    {
        options.End();
        await using var services = CommandServices.Build();
        foreach (var fact in await services.GetRequiredService<SqlDatabase>().FactsAsync(cancellation))
        {
            Console.WriteLine($"{fact.Name,-24} {fact.Value}");
        }

        var spool = SpoolFolder.Of(services.GetRequiredService<DatabaseSettings>());
        var waiting = Directory.Exists(spool) ? Directory.EnumerateFiles(spool, "*.spool").Sum(file => new FileInfo(file).Length) : 0;
        Console.WriteLine($"{"Spool on disk",-24} {waiting / 1024} kB");
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var cameras = (await services.GetRequiredService<CameraStore>().ListAsync(cancellation))
            .Where(camera => camera.Status == CameraStatus.Live && camera.Kind != CameraKind.Vendor);
        var reports = (await services.GetRequiredService<CameraReportStore>().ListAsync(cancellation))
            .ToDictionary(report => report.Camera);
        var isWell = true;
        foreach (var camera in cameras)
        {
            var (words, isReading) = Words(reports.GetValueOrDefault(camera.Number), now);
            isWell &= isReading;
            Console.WriteLine($"{$"Camera {camera.Number}",-24} {words}");
        }

        return isWell ? 0 : 1;
    }

    private static (string Words, bool IsReading) Words(CameraReport? report, DateTimeOffset now) => report switch
    {
        null => ("never read", false),
        _ when now - DateTimeOffset.FromUnixTimeMilliseconds(report.AtMs) > CameraOutageStore.Silence => ("its worker is silent", false),
        _ => (
            $"{report.State}, {report.Frames} frames, {report.FramesDropped} given up, {report.Detections} vehicles. {report.Message}".TrimEnd(),
            report.State == CameraState.Reading),
    };
}
