using Dapper;
using Microsoft.Data.SqlClient;
using Transparency.Core.Database;

namespace Transparency.Core.Tests.Database;

/// <summary>A fresh, migrated database and a data folder of its own, deleted with the test. SQLite unless another engine is asked for.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string? _serverDatabase;

    private TestDatabase(string folder, TestClock clock, string? serverDatabase)
    {
        _serverDatabase = serverDatabase;
        Folder = folder;
        Clock = clock;
        Settings = serverDatabase is null
            ? new DatabaseSettings { DataFolder = folder }
            : new DatabaseSettings { DataFolder = folder, Database = "SqlServer", ConnectionString = TestEngine.ConnectionTo(serverDatabase) };
        Sql = Settings.Open();
    }

    public string Folder { get; }

    public TestClock Clock { get; }

    public DatabaseSettings Settings { get; }

    public SqlDatabase Sql { get; }

    public static async Task<TestDatabase> CreateAsync(TestClock? clock = null, TestEngine engine = default)
    {
        var folder = Directory.CreateTempSubdirectory("transparency-").FullName;
        var serverDatabase = engine.IsSqlServer ? await CreateOnServerAsync(Path.GetFileName(folder)) : null;
        var database = new TestDatabase(folder, clock ?? new TestClock(new DateTimeOffset(2026, 11, 22, 20, 0, 0, TimeSpan.Zero)), serverDatabase);
        await new Migrations(database.Sql, database.Clock).ApplyAsync(TestContext.Current.CancellationToken);
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_serverDatabase is not null)
        {
            SqlConnection.ClearAllPools();
            await using var server = new SqlConnection(TestEngine.ConnectionTo(null));
            await server.ExecuteAsync($"drop database [{_serverDatabase}]");
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<string> CreateOnServerAsync(string name)
    {
        await using var server = new SqlConnection(TestEngine.ConnectionTo(null));
        await server.ExecuteAsync($"create database [{name}]");
        return name;
    }
}
