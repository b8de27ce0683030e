using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;

namespace Transparency.Core.Database;

/// <summary>The production database: SQL Server 2019 or later, Azure SQL, or a managed instance.</summary>
public sealed class SqlServerDatabase(string connectionString) : SqlDatabase
{
    private const int Deadlock = 1205;
    private const int UniqueIndex = 2601;
    private const int UniqueConstraint = 2627;

    public override string Engine => "SQL Server";

    internal override string ScriptFolder => "sqlserver";

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellation = default)
    {
        var connection = new SqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override bool IsUniqueViolation(DbException exception) => exception is SqlException { Number: UniqueIndex or UniqueConstraint };

    public override bool IsBusy(DbException exception) => exception is SqlException { Number: Deadlock };

    public override string Take(string orderedSelect, int rows) => $"{orderedSelect}\noffset 0 rows fetch next {rows} rows only";

    public override async Task BulkInsertAsync(
        WriteScope scope,
        string table,
        IReadOnlyList<string> columns,
        IEnumerable<object?[]> rows,
        CancellationToken cancellation = default)
    {
        using var data = new DataTable();
        foreach (var row in rows)
        {
            if (data.Columns.Count == 0)
            {
                data.Columns.AddRange(columns.Select((name, i) => new DataColumn(name, row[i]?.GetType() ?? typeof(string))).ToArray());
            }

            data.Rows.Add(row);
        }

        const SqlBulkCopyOptions Options = SqlBulkCopyOptions.CheckConstraints | SqlBulkCopyOptions.FireTriggers;
        using var copy = new SqlBulkCopy((SqlConnection)scope.Connection, Options, (SqlTransaction)scope.Transaction);
        copy.DestinationTableName = table;
        foreach (var column in columns)
        {
            copy.ColumnMappings.Add(column, column);
        }

        await copy.WriteToServerAsync(data, cancellation);
    }

    public override async Task<IReadOnlyList<DatabaseFact>> FactsAsync(CancellationToken cancellation = default)
    {
        await using var connection = await OpenAsync(cancellation);
        var version = await connection.ExecuteScalarAsync<string>("select cast(serverproperty('ProductVersion') as varchar(60))");
        return [new("Engine", $"SQL Server {version}")];
    }

    internal override async Task PrepareAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
    }

    protected override async Task<WriteScope> BeginWriteAsync(CancellationToken cancellation)
    {
        var connection = await OpenAsync(cancellation);
        try
        {
            return new WriteScope(connection, await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
