using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Transparency.Core.Database;

/// <summary>
/// The embedded default: one file in write-ahead-log mode, shared by the processes of one machine. A write returns when it is flushed to
/// disk (<see cref="SqliteFlush"/>), because an answer may only be shown once its log entry is durable.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore lives as long as the process and holds no wait handle.")]
public sealed class SqliteDatabase : SqlDatabase
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Constraint = 19;
    private const int PrimaryKeyConstraint = 1555;
    private const int UniqueConstraint = 2067;

    private readonly string _file;
    private readonly string _connectionString;

    // Lives as long as the process. Writers of this process wait here in turn instead of polling the file's lock.
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly SqliteCheckpoints _checkpoints;
    private readonly SqliteFlush _flush;

    public SqliteDatabase(string file)
    {
        _file = Path.GetFullPath(file);
        _connectionString = new SqliteConnectionStringBuilder { DataSource = _file, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        _flush = new SqliteFlush(_file);
        _checkpoints = new SqliteCheckpoints(_file, _connectionString, _writer);
    }

    public override string Engine => "SQLite";

    internal override string ScriptFolder => "sqlite";

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellation = default)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            await connection.ExecuteAsync("pragma busy_timeout = 5000; pragma synchronous = normal; pragma cache_size = -65536; pragma wal_autocheckpoint = 65536;");
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override bool IsUniqueViolation(DbException exception) =>
        exception is SqliteException { SqliteErrorCode: Constraint, SqliteExtendedErrorCode: PrimaryKeyConstraint or UniqueConstraint };

    public override bool IsBusy(DbException exception) => exception is SqliteException { SqliteErrorCode: Busy or Locked };

    public override string Take(string orderedSelect, int rows) => $"{orderedSelect}\nlimit {rows}";

    public override async Task BulkInsertAsync(
        WriteScope scope,
        string table,
        IReadOnlyList<string> columns,
        IEnumerable<object?[]> rows,
        CancellationToken cancellation = default)
    {
        await using var command = scope.Connection.CreateCommand();
        command.Transaction = scope.Transaction;
        command.CommandText =
            $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        foreach (var i in Enumerable.Range(0, columns.Count))
        {
            command.Parameters.Add(new SqliteParameter($"@p{i}", null));
        }

        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                command.Parameters[i].Value = row[i] ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    public override async Task<IReadOnlyList<DatabaseFact>> FactsAsync(CancellationToken cancellation = default)
    {
        await using var connection = await OpenAsync(cancellation);
        var version = await connection.ExecuteScalarAsync<string>("select sqlite_version()");
        return
        [
            new("Engine", $"SQLite {version}, embedded"),
            new("Database size", $"{new FileInfo(_file).Length / 1024 / 1024} MB"),
            new("Write-ahead log", $"{_checkpoints.LogBytes / 1024 / 1024} MB"),
        ];
    }

    public override Task SettleAsync(CancellationToken cancellation = default) => _checkpoints.SettleAsync(cancellation);

    internal override async Task PrepareAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        await using var connection = await OpenAsync(cancellation);
        await connection.ExecuteAsync("pragma journal_mode = wal");
    }

    protected override Task CommittedAsync()
    {
        _checkpoints.AfterCommit();
        return _flush.RunAsync();
    }

    protected override async Task<WriteScope> BeginWriteAsync(CancellationToken cancellation)
    {
        await _writer.WaitAsync(cancellation);
        DbConnection? connection = null;
        try
        {
            connection = await OpenAsync(cancellation);

            // Serializable is BEGIN IMMEDIATE here: the write lock is taken now, not at the first write, where waiting could fail.
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
            return new WriteScope(connection, transaction, () => _writer.Release());
        }
        catch
        {
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }

            _writer.Release();
            throw;
        }
    }
}
