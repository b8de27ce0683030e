using Microsoft.Extensions.DependencyInjection;
using Transparency.Core.Retention;

namespace Transparency.Ingest.Commands;

internal static class PurgeCommand
{
    public const string Help = """
        usage: transparency purge

        Deletes now what is older than the policy keeps it: detections, photographs and the keys of their days. It also happens by
        itself, at least once an hour.
        """;

    public static async Task<int> RunAsync(Options options, CancellationToken cancellation)
    {
        options.End();
        await using var services = CommandServices.Build();
        var context = services.AtTheConsole("Purge asked for at the console");
        var run = await services.GetRequiredService<PurgeExpired>().RunAsync(context, cancellation);
        Console.WriteLine(run is null ? "Nothing was due." : $"Deleted {run.Detections} detections and {run.Photographs} photographs.");
        return 0;
    }
}
