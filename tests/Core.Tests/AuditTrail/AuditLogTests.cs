using Dapper;
using Transparency.Audit.Entries;
using Transparency.Audit.Schemas;
using Transparency.Core.AuditTrail;
using Transparency.Core.Tests.Database;

namespace Transparency.Core.Tests.AuditTrail;

public sealed class AuditLogTests
{
    private static readonly DateTimeOffset Evening = new(2026, 11, 23, 5, 30, 0, TimeSpan.Zero); // 21:30 on the 22nd in California
    private readonly AuditLog _log = new(MarisolBay.City);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_entry_holds_the_whole_record_and_shows_only_act_day_and_agency()
    {
        await using var database = await TestDatabase.CreateAsync();
        var receipt = await database.Sql.WriteAsync(
            write => _log.AppendAsync(write, MarisolBay.By(Evening), MarisolBay.Search(), Cancellation), Cancellation);

        await using var connection = await database.Sql.OpenAsync(Cancellation);
        var bytes = await connection.QuerySingleAsync<byte[]>("select entry from log_entries where id = @EntryId", receipt);
        var entry = new EntryParser().Parse(bytes);
        Assert.NotNull(entry);
        Assert.Equal(("search", "2026-11-22", "marisol-bay-pd"), (entry.Act, entry.Day, entry.Agency));
        Assert.True(EntrySchemas.Current("search")!.Fits(entry));
        var (user, organisation, purpose, elements) = await connection.QuerySingleAsync<(string, string, string, string)>(
            "select user_name, organisation, purpose, elements from log_entries");
        Assert.Equal((MarisolBay.OfficerName, "Marisol Bay Police Department", "hit-and-run"), (user, organisation, purpose));
        Assert.Contains(MarisolBay.Plate, elements, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_commits_with_its_act_or_not_at_all()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.Sql.WriteAsync<bool>(
            async write =>
            {
                await _log.AppendAsync(write, MarisolBay.By(Evening), MarisolBay.Search(), Cancellation);
                throw new InvalidOperationException("the act failed");
            },
            Cancellation));

        await using var connection = await database.Sql.OpenAsync(Cancellation);
        foreach (var table in new[] { "log_entries", "log_openings", "log_pending" })
        {
            Assert.Equal(0, await connection.ExecuteScalarAsync<int>($"select count(*) from {table}"));
        }
    }

    [Theory]
    [InlineData("no-such-act", "results", "0")]
    [InlineData("search", "no-such-field", "0")]
    [InlineData("search", "user", "given by the caller")]
    [InlineData("search", "window-days", "seven")]
    [InlineData("search", "shape", "the grey van of J. Doe")]
    public async Task An_act_or_field_the_schema_does_not_know_or_a_public_value_of_the_wrong_form_is_refused(string act, string field, string value)
    {
        await using var database = await TestDatabase.CreateAsync();
        var e = new AuditEvent(act, [new(field, value)]) { Elements = "a plate", Outcome = "nothing" };
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => database.Sql.WriteAsync(
            write => _log.AppendAsync(write, MarisolBay.By(Evening), e, Cancellation), Cancellation));
        Assert.DoesNotContain(value == "0" ? "J. Doe" : value, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_without_purpose_elements_or_outcome_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        Task Append(AuditContext context, AuditEvent e) =>
            database.Sql.WriteAsync(write => _log.AppendAsync(write, context, e, Cancellation), Cancellation);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Append(MarisolBay.By(Evening) with { Purpose = " " }, MarisolBay.Search()));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Append(MarisolBay.By(Evening), MarisolBay.Search() with { Elements = "" }));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Append(MarisolBay.By(Evening), MarisolBay.Search() with { Outcome = "" }));
    }

    [Fact]
    public async Task Words_too_long_for_the_record_are_cut_and_nothing_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var e = MarisolBay.Search() with { Elements = new string('x', 10_000) };
        await database.Sql.WriteAsync(write => _log.AppendAsync(write, MarisolBay.By(Evening), e, Cancellation), Cancellation);
        await using var connection = await database.Sql.OpenAsync(Cancellation);
        var elements = await connection.ExecuteScalarAsync<string>("select elements from log_entries");
        Assert.Equal(AuditLog.LongestElements, elements!.Length);
        Assert.EndsWith("\u2026", elements, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("log_entries", "update log_entries set elements = 'nothing'")]
    [InlineData("log_entries", "delete from log_entries")]
    public async Task A_written_entry_can_be_neither_changed_nor_deleted(string table, string sql)
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Sql.WriteAsync(write => _log.AppendAsync(write, MarisolBay.By(Evening), MarisolBay.Search(), Cancellation), Cancellation);
        await using var connection = await database.Sql.OpenAsync(Cancellation);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => connection.ExecuteAsync(sql));
        Assert.Equal(1, await connection.ExecuteScalarAsync<int>($"select count(*) from {table}"));
    }
}
