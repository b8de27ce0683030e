using System.Data.Common;
using Dapper;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Tests.AuditTrail;

public sealed class SequenceEntriesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task However_many_entries_join_in_however_many_batches_the_whole_log_verifies_after_each()
    {
        await using var log = await TestLog.OpenAsync();
        long expected = 1;
        foreach (var count in new[] { 0, 1, 2, 250, 1, 2, 5 })
        {
            await log.AppendAsync(count);
            expected += count;
            await log.KeepAsync();
            var report = await LogAssert.HoldsAsync(log.Sql, MarisolBay.City, log.Key);
            Assert.Equal(expected, report.Entries);
        }
        Assert.Equal(0, await log.ScalarAsync<int>("select count(*) from log_pending"));
    }

    [Fact]
    public async Task Only_the_widest_form_of_a_tile_is_stored_and_every_narrower_one_is_still_served()
    {
        await using var log = await TestLog.OpenAsync();
        await log.SequenceAsync();
        var narrow = await log.Files.ReadAsync("tile/0/000.p/1", Cancellation);
        var bundle = await log.Files.ReadAsync("tile/entries/000.p/1", Cancellation);
        await log.AppendAsync(6);
        await log.SequenceAsync();
        Assert.Equal(narrow, await log.Files.ReadAsync("tile/0/000.p/1", Cancellation));
        Assert.Equal(bundle, await log.Files.ReadAsync("tile/entries/000.p/1", Cancellation));
        Assert.NotNull(await log.Files.ReadAsync("tile/0/000.p/7", Cancellation));
        Assert.Null(await log.Files.ReadAsync("tile/0/000.p/8", Cancellation));
        Assert.Null(await log.Files.ReadAsync("tile/0/000", Cancellation));
        Assert.Equal(2, await log.ScalarAsync<int>("select count(*) from log_tiles"));
    }

    [Fact]
    public async Task Within_a_batch_and_a_day_the_order_tells_nothing_of_the_time()
    {
        await using var log = await TestLog.OpenAsync();
        await log.SequenceAsync();
        await log.AppendAsync(60);
        await log.SequenceAsync();
        await using var connection = await log.Sql.OpenAsync(Cancellation);
        var ids = (await connection.QueryAsync<string>("select entry_id from log_sequence order by idx")).ToList();
        Assert.NotEqual(ids.Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public async Task Many_sequencers_at_once_on_one_database_never_fork_the_log()
    {
        await using var log = await TestLog.OpenAsync();
        var file = Path.Combine(log.Folder, "transparency.db");
        // Databases of their own, as other processes would have them.
        var sequencers = Enumerable.Range(0, 4).Select(_ => new SequenceEntries(new SqliteDatabase(file))).ToList();
        await Task.WhenAll(sequencers.Select(sequencer => Task.Run(
            async () =>
            {
                for (var round = 0; round < 10; round++)
                {
                    await sequencer.RunAsync(log.Clock.Now, Cancellation);
                }
            },
            Cancellation)).Append(log.AppendAsync(60)));
        await log.KeepAsync();
        var report = await LogAssert.HoldsAsync(log.Sql, MarisolBay.City, log.Key);
        Assert.Equal(61, report.Entries);
        Assert.Equal(60, await log.ScalarAsync<int>("select max(idx) from log_sequence"));
    }

    [Theory]
    [InlineData("insert on log_sequence")]
    [InlineData("insert on log_tiles")]
    [InlineData("delete on log_tiles")]
    [InlineData("insert on log_heads")]
    [InlineData("delete on log_pending")]
    [InlineData("insert on log_days_due")]
    public async Task A_batch_that_fails_at_any_step_leaves_nothing_behind_and_is_made_whole_by_the_next(string step)
    {
        await using var log = await TestLog.OpenAsync();
        await log.KeepAsync();
        await log.ExecuteAsync("delete from log_days_due");
        await log.AppendAsync(3);
        var before = await StateAsync(log);
        await log.ExecuteAsync($"create trigger crash before {step} begin select raise(abort, 'crash'); end");
        await Assert.ThrowsAnyAsync<DbException>(log.SequenceAsync);
        Assert.Equal(before, await StateAsync(log));
        await LogAssert.HoldsAsync(log.Sql, MarisolBay.City, log.Key);

        await log.ExecuteAsync("drop trigger crash");
        await log.KeepAsync();
        Assert.Equal(4, (await LogAssert.HoldsAsync(log.Sql, MarisolBay.City, log.Key)).Entries);
    }

    [Fact]
    public async Task A_waiting_entry_changed_behind_the_softwares_back_is_not_taken_in()
    {
        await using var log = await TestLog.OpenAsync();
        await log.ExecuteAsync("drop trigger log_entries_no_update; update log_entries set leaf = zeroblob(32)");
        await Assert.ThrowsAsync<InvalidDataException>(log.SequenceAsync);
        Assert.Equal(0, await log.ScalarAsync<int>("select count(*) from log_sequence"));
    }

    [Fact]
    public async Task The_tree_does_not_grow_from_a_changed_tile()
    {
        await using var log = await TestLog.OpenAsync();
        await log.SequenceAsync();
        await log.AppendAsync(1);
        await log.ExecuteAsync("update log_tiles set bytes = zeroblob(32) where level = 0");
        await Assert.ThrowsAsync<InvalidDataException>(log.SequenceAsync);
    }

    private static async Task<string> StateAsync(TestLog log)
    {
        var counts = new List<long>();
        foreach (var table in new[] { "log_sequence", "log_tiles", "log_heads", "log_pending", "log_days_due", "log_entries" })
        {
            counts.Add(await log.ScalarAsync<long>($"select count(*) from {table}"));
        }
        return string.Join(' ', counts);
    }
}
