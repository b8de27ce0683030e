using Microsoft.Data.SqlClient;

namespace Transparency.Core.Tests.Database;

/// <summary>
/// The engine a contract test runs on. SQL Server's turn needs a server whose connection string is in <c>TRANSPARENCY_SQLSERVER</c>,
/// with the right to create databases; without it the test is skipped and says so.
/// </summary>
public readonly record struct TestEngine(bool IsSqlServer)
{
    private const string Variable = "TRANSPARENCY_SQLSERVER";

    public static TestEngine Sqlite => new(false);

    public static TestEngine SqlServer
    {
        get
        {
            Assert.SkipWhen(string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)), $"{Variable} is not set.");
            return new(true);
        }
    }

    /// <summary>The connection string, to one database or to the server's default one.</summary>
    public static string ConnectionTo(string? database)
    {
        var builder = new SqlConnectionStringBuilder(Environment.GetEnvironmentVariable(Variable));
        if (database is not null)
        {
            builder.InitialCatalog = database;
        }

        return builder.ConnectionString;
    }
}
