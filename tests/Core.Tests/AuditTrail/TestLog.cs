using System.Text.Json;
using Dapper;
using Transparency.Audit.Entries;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Policies;
using Transparency.Core.Tests.Database;

namespace Transparency.Core.Tests.AuditTrail;

/// <summary>A log over a test's database, with each step of its keeping at hand.</summary>
internal sealed class TestLog : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private TestLog(TestDatabase database)
    {
        _database = database;
        Key = new LogKey(database.Folder);
    }

    public SqlDatabase Sql => _database.Sql;

    public string Folder => _database.Folder;

    public TestClock Clock => _database.Clock;

    public LogKey Key { get; }

    public LogFiles Files => new(Sql, MarisolBay.City, Key);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<TestLog> OpenAsync()
    {
        var log = new TestLog(await TestDatabase.CreateAsync());
        await log.OpenAgainAsync();
        return log;
    }

    public Task OpenAgainAsync() =>
        new OpenLog(Sql, MarisolBay.City, new AuditLog(MarisolBay.City), Key).RunAsync(Clock.Now, Cancellation);

    public async Task AppendAsync(int count, AuditEvent? e = null, string purpose = "hit-and-run")
    {
        var audit = new AuditLog(MarisolBay.City);
        for (var i = 0; i < count; i++)
        {
            await Sql.WriteAsync(write => audit.AppendAsync(write, MarisolBay.By(Clock.Now) with { Purpose = purpose }, e ?? MarisolBay.Search(), Cancellation), Cancellation);
            Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    public Task<int> SequenceAsync() => new SequenceEntries(Sql).RunAsync(Clock.Now, Cancellation);

    public async Task<long?> SignAsync() =>
        (await new SignCheckpoint(Sql, MarisolBay.City, Key, new DatabaseSettings { DataFolder = Folder }).RunAsync(Clock.Now, Cancellation))?.Head.Size;

    public Task<IReadOnlyList<string>> DiscloseAsync() => new PublishDisclosures(Sql, MarisolBay.City).RunAsync(Clock.Now, Cancellation);

    /// <summary>A policy with these terms, in force from now on, without its decision.</summary>
    public Task PutInForceAsync(PolicyTerms terms) => ExecuteAsync(
        """
        pragma foreign_keys = off;
        insert into policies (version, title, adopted_day, effective_ms, approval_id, words, terms, created_ms)
        values (1, 'Policy', '2026-01-13', @At, 'approval', @Words, @Terms, 0);
        pragma foreign_keys = on
        """,
        new
        {
            At = Clock.Now.ToUnixTimeMilliseconds(),
            Words = JsonSerializer.Serialize(PolicyPresetWords.For("Marisol Bay Police Department", terms), PolicyStore.Json),
            Terms = JsonSerializer.Serialize(terms, PolicyStore.Json),
        });

    /// <summary>Everything the keeper does in one round.</summary>
    public async Task KeepAsync()
    {
        await SequenceAsync();
        await SignAsync();
        await DiscloseAsync();
    }

    public async Task<T?> ScalarAsync<T>(string sql)
    {
        await using var connection = await Sql.OpenAsync(Cancellation);
        return await connection.ExecuteScalarAsync<T>(sql);
    }

    public async Task ExecuteAsync(string sql, object? parameters = null)
    {
        await using var connection = await Sql.OpenAsync(Cancellation);
        await connection.ExecuteAsync(sql, parameters);
    }

    /// <summary>Rewrites the stored openings of every entry, past the software; null takes one out.</summary>
    public async Task ChangeOpeningsAsync(Func<FieldOpening, FieldOpening?> change)
    {
        await using var connection = await Sql.OpenAsync(Cancellation);
        foreach (var (id, bytes) in (await connection.QueryAsync<(string Id, byte[] Bytes)>("select entry_id, bytes from log_openings")).ToList())
        {
            var changed = StoredOpenings.Write(StoredOpenings.Read(bytes).Select(change).OfType<FieldOpening>().ToList());
            await connection.ExecuteAsync("update log_openings set bytes = @changed where entry_id = @id", new { changed, id });
        }
    }

    public async ValueTask DisposeAsync()
    {
        Key.Dispose();
        await _database.DisposeAsync();
    }
}
