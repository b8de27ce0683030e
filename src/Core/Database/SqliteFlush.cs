using System.Diagnostics.CodeAnalysis;

namespace Transparency.Core.Database;

/// <summary>
/// Makes commits durable outside the write lock. SQLite itself would flush the write-ahead log within the commit, while every other writer
/// waits for the disk; here the commit is written, the lock given up, and the log flushed before the caller is told that it is done.
/// Commits that wait at the same time share one flush.
/// </summary>
/// <param name="file">The database file.</param>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore lives as long as the process and holds no wait handle.")]
internal sealed class SqliteFlush(string file)
{
    private readonly string _log = file + "-wal";
    private readonly SemaphoreSlim _turn = new(1, 1);
    private long _committed;
    private long _flushed;

    /// <summary>Returns when everything committed before the call is on disk.</summary>
    /// <exception cref="IOException">The disk refuses; whatever was committed must not be relied on.</exception>
    public async Task RunAsync()
    {
        var mine = Interlocked.Increment(ref _committed);
        await _turn.WaitAsync();
        try
        {
            if (_flushed < mine)
            {
                var upTo = Volatile.Read(ref _committed);
                await Task.Run(Flush);
                _flushed = upTo;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    // A log that is gone was moved into the database file, which flushes both. SQLite keeps its locks on other files than this one.
    private void Flush()
    {
        try
        {
            using var log = File.OpenHandle(_log, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(log);
        }
        catch (FileNotFoundException)
        {
        }
    }
}
