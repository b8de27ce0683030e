using System.Data.Common;
using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Tests.Database;

public sealed class MigrationsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_script_exists_for_both_databases_under_the_same_name() =>
        Assert.Equal(Migrations.Scripts("sqlite").Select(script => script.Name), Migrations.Scripts("sqlserver").Select(script => script.Name));

    [Fact]
    public void Both_spellings_create_the_same_tables_columns_indexes_and_append_only_triggers()
    {
        foreach (var (sqlite, sqlServer) in Migrations.Scripts("sqlite").Zip(Migrations.Scripts("sqlserver")))
        {
            Assert.Equal(SchemaOutline.Of(sqlite.Text), SchemaOutline.Of(sqlServer.Text));
        }
    }

    [Fact]
    public async Task Applying_twice_changes_nothing_the_second_time()
    {
        await using var database = await TestDatabase.CreateAsync();
        Assert.Empty(await new Migrations(database.Sql, database.Clock).ApplyAsync(Cancellation));
    }

    [Theory]
    [InlineData("policies", "insert into policies values (1, 'p', '2026-01-01', 0, 'a', '{}', '{}', 0)")]
    [InlineData("log_heads", "insert into log_heads values (1, x'00', 0)")]
    public async Task An_append_only_table_refuses_update_and_delete(string table, string insert)
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var connection = await database.Sql.OpenAsync(Cancellation);
        await connection.ExecuteAsync(insert);
        var column = table == "policies" ? "version" : "size";
        await Assert.ThrowsAnyAsync<DbException>(() => connection.ExecuteAsync($"update {table} set {column} = 2"));
        await Assert.ThrowsAnyAsync<DbException>(() => connection.ExecuteAsync($"delete from {table}"));
        Assert.Equal(1, await connection.ExecuteScalarAsync<int>($"select count(*) from {table}"));
    }
}
