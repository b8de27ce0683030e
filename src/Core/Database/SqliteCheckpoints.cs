using System.Diagnostics.CodeAnalysis;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Transparency.Core.Database;

/// <summary>
/// Moves the write-ahead log into the database file beside the work instead of within commits, and keeps it short: readers that follow
/// each other without a gap would otherwise let it grow for ever. Most is moved while everybody goes on; only the rest is moved while
/// writers wait.
/// </summary>
/// <param name="file">The database file.</param>
/// <param name="connectionString">How it is opened.</param>
/// <param name="writer">The turn of this process's writers.</param>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore belongs to the database.")]
internal sealed class SqliteCheckpoints(string file, string connectionString, SemaphoreSlim writer)
{
    /// <summary>From this size on the log is moved.</summary>
    private const long Enough = 32L << 20;

    /// <summary>What is left when writers are made to wait, if the disk keeps up.</summary>
    private const long Rest = 8L << 20;

    /// <summary>From this size on work that can wait does wait.</summary>
    private const long TooMuch = 128L << 20;

    private const int Rounds = 4;
    private const int PageBytes = 4096;

    private readonly string _log = file + "-wal";
    private Task _running = Task.CompletedTask;
    private int _isRunning;

    public long LogBytes => new FileInfo(_log) is { Exists: true } log ? log.Length : 0;

    /// <summary>Starts to move the log when there is enough of it. Returns at once.</summary>
    public void AfterCommit()
    {
        if (LogBytes >= Enough && Interlocked.Exchange(ref _isRunning, 1) == 0)
        {
            _running = Task.Run(RunAsync);
        }
    }

    /// <summary>Waits while there is too much of the log: for work in many steps that has no hurry.</summary>
    public async Task SettleAsync(CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Rounds && LogBytes >= TooMuch; attempt++)
        {
            AfterCommit();
            await _running.WaitAsync(cancellation);
        }
    }

    private async Task RunAsync()
    {
        try
        {
            await using var connection = new SqliteConnection(connectionString);
            await connection.OpenAsync();
            await connection.ExecuteAsync("pragma busy_timeout = 0; pragma synchronous = full; pragma wal_autocheckpoint = 0");
            for (var round = 0; round < Rounds && await MoveAsync(connection, "passive") > Rest; round++)
            {
            }

            await writer.WaitAsync();
            try
            {
                await connection.ExecuteAsync("pragma busy_timeout = 100");
                await MoveAsync(connection, "truncate");
            }
            finally
            {
                writer.Release();
            }
        }
        catch (SqliteException)
        {
            // Somebody else moves the log, or the disk is full; the next commit tries again.
        }
        finally
        {
            Volatile.Write(ref _isRunning, 0);
        }
    }

    // What is left of the log, in bytes. "busy" says that somebody still reads from it.
    private static async Task<long> MoveAsync(SqliteConnection connection, string mode)
    {
        var (_, pages, moved) = await connection.QuerySingleAsync<(long Busy, long Pages, long Moved)>($"pragma wal_checkpoint({mode})");
        return (pages - moved) * PageBytes;
    }
}
