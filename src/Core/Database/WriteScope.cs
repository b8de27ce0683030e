using System.Data.Common;

namespace Transparency.Core.Database;

/// <summary>
/// One open write transaction. Whatever an act changes and the log entry that tells of it go through the same scope, so that they
/// are committed together or not at all.
/// </summary>
public sealed class WriteScope(DbConnection connection, DbTransaction transaction, Action? released = null) : IAsyncDisposable
{
    public DbConnection Connection { get; } = connection;

    public DbTransaction Transaction { get; } = transaction;

    /// <summary>Rolls back unless the transaction was committed, and closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await Transaction.DisposeAsync();
            await Connection.DisposeAsync();
        }
        finally
        {
            released?.Invoke();
        }
    }
}
