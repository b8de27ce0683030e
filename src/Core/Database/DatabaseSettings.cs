namespace Transparency.Core.Database;

/// <summary>Section <c>Transparency</c> of the configuration, as far as it concerns storage.</summary>
public sealed record DatabaseSettings
{
    /// <summary><c>Sqlite</c> (default: a file in the data folder) or <c>SqlServer</c>.</summary>
    public string Database { get; init; } = "Sqlite";

    /// <summary>SQL Server's connection string. Never logged.</summary>
    public string ConnectionString { get; init; } = "";

    /// <summary>Where the database file, photographs, spool and keys are.</summary>
    public string DataFolder { get; init; } = "data";

    /// <exception cref="InvalidOperationException">The setting names no known database, or its connection string is missing.</exception>
    public SqlDatabase Open() => Database switch
    {
        "Sqlite" => new SqliteDatabase(Path.Combine(DataFolder, "transparency.db")),
        "SqlServer" when ConnectionString.Length > 0 => new SqlServerDatabase(ConnectionString),
        "SqlServer" => throw new InvalidOperationException("Transparency:Database is SqlServer, but Transparency:ConnectionString is empty."),
        _ => throw new InvalidOperationException($"Transparency:Database must be Sqlite or SqlServer, not \"{Database}\"."),
    };
}
