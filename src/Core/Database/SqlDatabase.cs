using System.Data.Common;

namespace Transparency.Core.Database;

/// <summary>
/// The database in use. This folder is the only place that asks which engine it is; stores hold one SQL text that both accept.
/// Thread-safe; one instance per process.
/// </summary>
public abstract class SqlDatabase
{
    private const int Attempts = 8;

    /// <summary>"SQLite" or "SQL Server", for the health page and for messages.</summary>
    public abstract string Engine { get; }

    /// <summary>The folder name of this engine's scripts under <c>db/</c>.</summary>
    internal abstract string ScriptFolder { get; }

    /// <summary>An open connection; the caller disposes it. Reads only: writes go through <see cref="WriteAsync{T}"/>.</summary>
    public abstract Task<DbConnection> OpenAsync(CancellationToken cancellation = default);

    /// <summary>
    /// Runs <paramref name="act"/> in one write transaction and commits it. When the engine reports that it was busy or chose this
    /// transaction as a deadlock's victim, everything is rolled back and run again, so the act must have no effect but on the database.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<WriteScope, Task<T>> act, CancellationToken cancellation = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var result = await CommitAsync(act, cancellation);
                await CommittedAsync();
                return result;
            }
            catch (DbException e) when (IsBusy(e) && attempt < Attempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5 << attempt), cancellation);
            }
        }
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Func<WriteScope, Task> act, CancellationToken cancellation = default) =>
        WriteAsync(
            async scope =>
            {
                await act(scope);
                return true;
            },
            cancellation);

    /// <summary>
    /// Lets the engine catch up between the steps of long work that has no hurry, such as the purge. Returns at once when nothing waits.
    /// </summary>
    public virtual Task SettleAsync(CancellationToken cancellation = default) => Task.CompletedTask;

    /// <summary>Whether the statement failed because a unique or primary key was already there.</summary>
    public abstract bool IsUniqueViolation(DbException exception);

    /// <summary>Whether the same transaction may succeed when it is run again: locked, busy, deadlock victim.</summary>
    public abstract bool IsBusy(DbException exception);

    /// <summary>
    /// <paramref name="orderedSelect"/> cut to its first <paramref name="rows"/> rows. The text must end with its <c>order by</c>.
    /// </summary>
    public abstract string Take(string orderedSelect, int rows);

    /// <summary>Inserts many rows the fastest way the engine has, in the scope's transaction. A duplicate key fails the whole batch.</summary>
    /// <param name="scope">The open write transaction.</param>
    /// <param name="table">A table's name: from code, never from input.</param>
    /// <param name="columns">Its columns, in the order of each row's values.</param>
    /// <param name="rows">One array a row: string, long, int, byte[] or null.</param>
    /// <param name="cancellation">Ends the insert; the caller's transaction is then rolled back.</param>
    public abstract Task BulkInsertAsync(
        WriteScope scope,
        string table,
        IReadOnlyList<string> columns,
        IEnumerable<object?[]> rows,
        CancellationToken cancellation = default);

    /// <summary>Short facts for the health page: engine version, size, which optional protections are on.</summary>
    public abstract Task<IReadOnlyList<DatabaseFact>> FactsAsync(CancellationToken cancellation = default);

    /// <summary>Makes the database exist before the first migration: the file's folder, or a clear error from the server.</summary>
    internal abstract Task PrepareAsync(CancellationToken cancellation);

    /// <summary>Makes durable what was committed before, where the commit itself did not.</summary>
    protected virtual Task CommittedAsync() => Task.CompletedTask;

    protected abstract Task<WriteScope> BeginWriteAsync(CancellationToken cancellation);

    private async Task<T> CommitAsync<T>(Func<WriteScope, Task<T>> act, CancellationToken cancellation)
    {
        await using var scope = await BeginWriteAsync(cancellation);
        var result = await act(scope);
        await scope.Transaction.CommitAsync(cancellation);
        return result;
    }
}

/// <summary>One line of the health page.</summary>
public sealed record DatabaseFact(string Name, string Value);
