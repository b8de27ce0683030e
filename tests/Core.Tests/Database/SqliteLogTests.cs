using Dapper;
using Microsoft.Data.Sqlite;

namespace Transparency.Core.Tests.Database;

/// <summary>The write-ahead log of the embedded database.</summary>
public sealed class SqliteLogTests
{
    private const int Megabyte = 1 << 20;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_log_is_moved_into_the_file_while_somebody_writes_and_reads_without_a_pause()
    {
        await using var database = await TestDatabase.CreateAsync();
        var longest = 0L;
        for (var i = 0; i < 60; i++)
        {
            await WriteAsync(database, i, 4 * Megabyte);
            await using var reader = await database.Sql.OpenAsync(Cancellation);
            Assert.Equal(i + 1, await reader.ExecuteScalarAsync<int>("select count(*) from documents"));
            await database.Sql.SettleAsync(Cancellation);
            longest = Math.Max(longest, Log(database));
        }

        Assert.InRange(longest, 1, 200 * Megabyte);
    }

    [Fact]
    public async Task A_reader_that_stays_holds_up_neither_writers_nor_what_waits_for_the_log()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var reader = await database.Sql.OpenAsync(Cancellation);
        await using var snapshot = ((SqliteConnection)reader).BeginTransaction(deferred: true);
        Assert.Equal(0, await reader.ExecuteScalarAsync<int>("select count(*) from documents", transaction: snapshot));
        for (var i = 0; i < 40; i++)
        {
            await WriteAsync(database, i, 4 * Megabyte);
        }

        await database.Sql.SettleAsync(Cancellation);
        Assert.Equal(0, await reader.ExecuteScalarAsync<int>("select count(*) from documents", transaction: snapshot));
        await using var other = await database.Sql.OpenAsync(Cancellation);
        Assert.Equal(40, await other.ExecuteScalarAsync<int>("select count(*) from documents"));
    }

    [Fact]
    public async Task Many_writers_at_once_all_return_with_their_rows_stored()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => WriteAsync(database, i, 100), Cancellation)));
        await using var connection = await database.Sql.OpenAsync(Cancellation);
        Assert.Equal(40, await connection.ExecuteScalarAsync<int>("select count(*) from documents"));
    }

    private static long Log(TestDatabase database) => new FileInfo(Path.Combine(database.Folder, "transparency.db-wal")).Length;

    private static Task<int> WriteAsync(TestDatabase database, int number, int bytes) => database.Sql.WriteAsync(
        scope => scope.Connection.ExecuteAsync(
            """
            insert into documents (id, kind, title, day, file_name, bytes, sha256, created_ms)
            values (@Id, 'report', 't', '2026-11-22', 'f', @Bytes, '', 0)
            """,
            new { Id = $"document-{number}", Bytes = new byte[bytes] },
            scope.Transaction),
        Cancellation);
}
