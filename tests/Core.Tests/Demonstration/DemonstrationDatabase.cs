using System.Text;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Demonstration;
using Transparency.Core.Detections;
using Transparency.Core.Tests.Database;

namespace Transparency.Core.Tests.Demonstration;

/// <summary>The demonstration, loaded once for all tests that only read it.</summary>
public sealed class DemonstrationDatabase : IAsyncLifetime
{
    /// <summary>A Sunday at noon in California.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 22, 20, 0, 0, TimeSpan.Zero);

    public TestDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync(new TestClock(Now));
        await LoadAsync();
    }

    /// <summary>Null the second time.</summary>
    public async Task<DemonstrationLoaded?> LoadAsync()
    {
        using var key = new LogKey(Database.Folder);
        var settings = new DatabaseSettings { DataFolder = Database.Folder };
        return await new SeedDemonstration(Database.Sql, key, DayKeys, settings, Database.Clock)
            .RunAsync("http://127.0.0.1:5099/video.mjpg", draw: vehicle => Encoding.ASCII.GetBytes(vehicle.Plate));
    }

    public DayKeyStore DayKeys => new(Database.Sql, new KeyVault(Database.Folder));

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
