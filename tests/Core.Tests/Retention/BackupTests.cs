using Transparency.Core.AuditTrail;
using Transparency.Core.Detections;
using Transparency.Core.Retention;
using Transparency.Core.Tests.AuditTrail;

namespace Transparency.Core.Tests.Retention;

public sealed class BackupTests
{
    private static readonly byte[] Jpeg = [0xff, 0xd8, 1, 2, 3];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_cannot_show_a_photograph_once_the_policys_days_are_over()
    {
        await using var city = await TestCity.CreateAsync();
        var id = await city.CarAsync("7ABC123", TestCity.HarborCamera, TimeSpan.Zero, Jpeg);
        using var backup = await Backup.TakeAsync(city);

        // Put back the next day, the backup works: database, photographs and master key come from it, the share from the vault.
        Assert.Equal(Jpeg, await backup.RestoreAndReadAsync(city, id));

        city.Clock.Advance(TimeSpan.FromDays(31));
        await city.Get<PurgeExpired>().RunAsync(
            new AuditContext { Actor = Actor.System(MarisolBay.City), Purpose = "retention", At = city.Clock.Now }, Cancellation);

        Assert.Null(await backup.RestoreAndReadAsync(city, id));
    }

    /// <summary>Everything a backup holds: the database, the photographs and the master key, and not the day shares.</summary>
    private sealed class Backup(string folder) : IDisposable
    {
        public static async Task<Backup> TakeAsync(TestCity city)
        {
            var folder = Directory.CreateTempSubdirectory("transparency-backup-").FullName;
            await city.ExecuteAsync("vacuum into @file", new { file = Path.Combine(folder, "transparency.db") });
            Copy(Path.Combine(city.Database.Folder, "photos"), Path.Combine(folder, "photos"));
            Directory.CreateDirectory(Path.Combine(folder, "keys"));
            File.Copy(Path.Combine(city.Database.Folder, "keys", "master.key"), Path.Combine(folder, "keys", "master.key"));
            return new Backup(folder);
        }

        public async Task<byte[]?> RestoreAndReadAsync(TestCity city, DetectionId id)
        {
            // The restored machine has whatever the vault still holds.
            var shares = Path.Combine(city.Database.Folder, "keys", "days");
            if (Directory.Exists(shares))
            {
                Copy(shares, Path.Combine(folder, "keys", "days"));
            }

            var sql = new Core.Database.DatabaseSettings { DataFolder = folder }.Open();
            var keys = new DayKeyStore(sql, new KeyVault(folder));
            var jpeg = await new PhotographStore(folder, MarisolBay.City, keys).ReadAsync(id, Cancellation);
            if (Directory.Exists(Path.Combine(folder, "keys", "days")))
            {
                Directory.Delete(Path.Combine(folder, "keys", "days"), recursive: true);
            }

            return jpeg;
        }

        public void Dispose()
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }

        private static void Copy(string from, string to)
        {
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(to, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target, overwrite: true);
            }
        }
    }
}
