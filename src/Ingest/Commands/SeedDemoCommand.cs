using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Transparency.Core.Demonstration;
using Transparency.Ingest.Demonstration;
using Transparency.Ingest.Feeds;

namespace Transparency.Ingest.Commands;

internal static class SeedDemoCommand
{
    public const string Help = """
        usage: transparency seed-demo --camera ADDRESS
               transparency seed-demo --sign-ins

        Fills an empty database with a fictional city whose first camera is the demonstration camera at ADDRESS. A database that
        holds a city already is left as it is. With --sign-ins, prints who may sign in to the demonstration, and changes nothing.
        """;

    public static async Task<int> RunAsync(Options options, CancellationToken cancellation)
    {
        if (options.Has("sign-ins"))
        {
            options.End();
            foreach (var signIn in SeedDemonstration.SignIns)
            {
                Console.WriteLine($"  {signIn.UserName,-15} {signIn.Password,-24} {signIn.Who}");
            }

            return 0;
        }

        var feed = options.Take("camera") ?? throw new UsageException("--camera is missing.");
        options.End();
        if (!FeedAddress.TryParse(feed, out _, out var problem))
        {
            throw new UsageException(problem);
        }

        await using var services = CommandServices.Build();
        var seed = ActivatorUtilities.CreateInstance<SeedDemonstration>(services);
        using var photographer = new StreetPhotographer(TimeZoneInfo.FindSystemTimeZoneById(SeedDemonstration.City.TimeZone));
        var loaded = await seed.RunAsync(feed, new Steps(), photographer.Draw, cancellation: cancellation);
        Console.WriteLine(loaded is null
            ? "This database holds a city already; it was left as it is."
            : string.Create(
                CultureInfo.InvariantCulture, $"Loaded {loaded.City.Name}: {loaded.Detections:N0} detections, {loaded.Alerts:N0} alerts."));
        return 0;
    }

    // Progress<T> would report on other threads and out of order.
    private sealed class Steps : IProgress<string>
    {
        public void Report(string value) => Console.WriteLine(value);
    }
}
