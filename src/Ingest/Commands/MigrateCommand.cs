using Microsoft.Extensions.DependencyInjection;
using Transparency.Core.Database;

namespace Transparency.Ingest.Commands;

internal static class MigrateCommand
{
    public const string Help = """
        usage: transparency migrate

        Brings the database to the schema of this version. Run again, it changes nothing.
        """;

    public static async Task<int> RunAsync(Options options, CancellationToken cancellation)
    {
        options.End();
        await using var services = CommandServices.Build();
        var applied = await services.GetRequiredService<Migrations>().ApplyAsync(cancellation);
        foreach (var name in applied)
        {
            Console.WriteLine($"applied {name}");
        }

        Console.WriteLine("The database is up to date.");
        return 0;
    }
}
