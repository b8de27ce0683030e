using Transparency.Core.Database;

namespace Transparency.Core.Tests.Database;

/// <summary>A fresh, migrated SQLite database in a folder of its own, deleted with the test.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private TestDatabase(string folder, TestClock clock)
    {
        Folder = folder;
        Clock = clock;
        Sql = new SqliteDatabase(Path.Combine(folder, "transparency.db"));
    }

    public string Folder { get; }

    public TestClock Clock { get; }

    public SqlDatabase Sql { get; }

    public static async Task<TestDatabase> CreateAsync(TestClock? clock = null)
    {
        var folder = Directory.CreateTempSubdirectory("transparency-").FullName;
        var database = new TestDatabase(folder, clock ?? new TestClock(new DateTimeOffset(2026, 11, 22, 20, 0, 0, TimeSpan.Zero)));
        await new Migrations(database.Sql, database.Clock).ApplyAsync(TestContext.Current.CancellationToken);
        return database;
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
