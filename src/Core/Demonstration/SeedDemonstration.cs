using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Detections;

namespace Transparency.Core.Demonstration;

/// <summary>What was loaded.</summary>
public sealed record DemonstrationLoaded
{
    public required City City { get; init; }

    public required int Detections { get; init; }

    public required int Alerts { get; init; }

    public required int Photographs { get; init; }
}

/// <summary>
/// Fills an empty database with a fictional city: fourteen months of records that end now, each act with its log entry. The same seed and
/// instant give the same city, but for the salts and ids of its log entries, which stay unpredictable. All records are
/// one transaction: interrupted, it leaves nothing but an opened log.
/// </summary>
public sealed class SeedDemonstration(
    SqlDatabase database, LogKey key, DayKeyStore dayKeys, DatabaseSettings settings, TimeProvider time)
{
    private const ulong DefaultSeed = 0x4D617269736F6C;

    /// <summary>Who can sign in, with which password.</summary>
    public static IReadOnlyList<DemonstrationSignIn> SignIns => DemoPeople.SignIns;

    /// <summary>The fictional city.</summary>
    public static City City { get; } = new()
    {
        Name = "Marisol Bay, California (fictional)",
        PoliceName = "Marisol Bay Police Department",
        AgencyId = DemoAgencies.Own,
        TimeZone = "America/Los_Angeles",
        LogOrigin = "marisol-bay.example/log",
        IsDemonstration = true,
    };

    /// <param name="liveFeed">Address of the demonstration camera's video, which camera 1 reads.</param>
    /// <param name="progress">Told of each step, in words.</param>
    /// <param name="draw">Draws the JPEG of a vehicle as a camera would have taken it; null = past detections have no photographs.</param>
    /// <param name="seed">Another number, another city.</param>
    /// <param name="cancellation">Ends the load and leaves nothing behind.</param>
    /// <returns>Null when the database holds a city already; nothing is then changed.</returns>
    public async Task<DemonstrationLoaded?> RunAsync(
        string liveFeed,
        IProgress<string>? progress = null,
        Func<DemonstrationVehicle, byte[]>? draw = null,
        ulong seed = DefaultSeed,
        CancellationToken cancellation = default)
    {
        if (await new CityStore(database).FindAsync(cancellation) is not null)
        {
            return null;
        }

        progress?.Report("Drawing fourteen months of traffic");
        var scene = new DemoScene(City, time.GetUtcNow(), seed);
        var hotLists = new DemoHotLists(scene);
        var history = new DemoHistory(scene, hotLists);
        var pictures = new DemoPictures(history, draw);
        progress?.Report($"{pictures.Count:N0} photographs");
        await pictures.SaveAsync(new PhotographStore(settings.DataFolder, City, dayKeys), scene.Calendar.Now, cancellation);
        await new OpenLog(database, City, new AuditLog(City), key).RunAsync(scene.Opened, cancellation);
        await database.WriteAsync(scope => WriteAsync(scope, scene, hotLists, history, pictures, liveFeed, progress), cancellation);
        progress?.Report("The public log");
        await PublishAsync(scene.Calendar.Now, cancellation);
        return new DemonstrationLoaded { City = City, Detections = history.Stored.Count, Alerts = history.Hits.Count, Photographs = pictures.Count };
    }

    // What the keeper of the log does all the time, so that the first page already shows a log that verifies.
    private async Task PublishAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var sequence = new SequenceEntries(database);
        while (await sequence.RunAsync(now, cancellation) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        await new SignCheckpoint(database, City, key, settings).RunAsync(now, cancellation);
        await new PublishDisclosures(database, City).RunAsync(now, cancellation);
    }

    private async Task WriteAsync(
        WriteScope write,
        DemoScene scene,
        DemoHotLists hotLists,
        DemoHistory history,
        DemoPictures pictures,
        string liveFeed,
        IProgress<string>? progress)
    {
        var log = new AuditLog(City);
        var sharing = new DemoSharing(scene, log);
        var council = new DemoCouncilRecords(scene, log);
        var totals = new DemoTotals();
        progress?.Report("Agencies, people, decisions and policies");
        await CityStore.AddAsync(write, City);
        await sharing.WriteAgenciesAsync(write);
        await new DemoAccounts(scene, log).WriteAsync(write);
        await council.WriteAsync(write);
        await council.WriteCamerasAsync(write, liveFeed);
        await sharing.WriteAgreementsAsync(write);
        await new DemoAudits(scene, log).WriteAsync(write);
        await new DemoDocuments(scene, log).WriteAsync(write);
        progress?.Report($"{history.Stored.Count:N0} detections of the last month");
        await DemoDetections.WriteAsync(write, database, history.Stored, pictures);
        history.AddTo(totals);
        progress?.Report($"Hot lists and {history.Hits.Count:N0} alerts");
        await hotLists.WriteAsync(write, database, log);
        await new DemoAlerts(scene, hotLists, log).WriteAsync(write, history.Hits);
        progress?.Report("Searches of fourteen months");
        await new DemoSearches(scene, history, pictures, database, log).WriteAsync(write, totals);
        await new DemoDays(scene, history, log).WriteAsync(write, totals);
        await totals.WriteAsync(write, database);
    }
}
