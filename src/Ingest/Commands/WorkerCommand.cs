using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Transparency.Core.Agencies;
using Transparency.Core.Database;
using Transparency.Ingest.Worker;

namespace Transparency.Ingest.Commands;

internal static class WorkerCommand
{
    public const string Help = """
        usage: transparency worker

        Reads every live camera that a council decision covers and stores what passes, until Ctrl-C. Cameras that are added, changed
        or switched off are noticed within a minute.
        """;

    public static async Task<int> RunAsync(Options options, CancellationToken cancellation)
    {
        options.End();
        var builder = CommandServices.Builder();
        builder.Logging.AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "HH:mm:ss "));
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.AddIngest(builder.Configuration);
        using var host = builder.Build();
        await host.Services.GetRequiredService<Migrations>().ApplyAsync(cancellation);
        host.Services.GetRequiredService<CurrentCity>().Get();
        await host.RunAsync(cancellation);
        return 0;
    }
}
