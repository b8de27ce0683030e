using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Transparency.Ingest.Feeds;
using Transparency.Ingest.Mobile;
using Transparency.Ingest.Recognition;
using Transparency.Ingest.Worker;

namespace Transparency.Ingest.Commands;

internal static class MobileCommand
{
    public const string Help = """
        usage: transparency mobile --feed ADDRESS --gps SOURCE --portal URL --key-file FILE --folder DIR

        Runs in a patrol car, without a database: reads the car's camera, gives each detection the place where it was made, keeps a
        whole shift on disk and delivers it when the portal can be reached. The camera must be allowed by the portal once a week.

          --feed ADDRESS    the camera, as for any other
          --gps SOURCE      gpsd://HOST, a device such as /dev/ttyUSB0, or a file of NMEA sentences
          --portal URL      https://... of the city
          --key-file FILE   holds the key that "camera key" printed; readable by this account alone
          --folder DIR      where the shift is kept
        """;

    public static async Task<int> RunAsync(Options options, CancellationToken cancellation)
    {
        var (feed, gps, portal) = (Needed(options, "feed"), Needed(options, "gps"), Needed(options, "portal"));
        var (keyFile, folder) = (Needed(options, "key-file"), Needed(options, "folder"));
        options.End();
        UsageException.ThrowIf(!FeedAddress.TryParse(feed, out var address, out var problem), problem);
        UsageException.ThrowIf(!Uri.TryCreate(portal.TrimEnd('/') + "/", UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"), "--portal is not an address.");
        UsageException.ThrowIf(uri!.Scheme == "http" && !uri.IsLoopback, "--portal must begin with https://; the key would be readable on the way.");
        var builder = CommandServices.Builder();
        var settings = (builder.Configuration.GetSection("Transparency:Ingest").Get<IngestSettings>() ?? new IngestSettings()).Checked();
        using var logs = LoggerFactory.Create(logging => logging.AddSimpleConsole(console => console.SingleLine = true));
        using var client = new HttpClient { BaseAddress = uri, Timeout = TimeSpan.FromSeconds(30) };
        using var readers = new ReaderPool(() => PlateReader.Load().Read, settings.Readers);
        var key = (await File.ReadAllTextAsync(keyFile, cancellation)).Trim();
        await new CarUnit(new CarSettings(folder, address!, gps, client, key), settings, readers, TimeProvider.System, logs).RunAsync(cancellation);
        return 0;
    }

    private static string Needed(Options options, string name) => options.Take(name) ?? throw new UsageException($"--{name} is missing.");
}
