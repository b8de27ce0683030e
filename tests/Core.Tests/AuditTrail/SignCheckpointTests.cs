using Microsoft.Data.Sqlite;

namespace Transparency.Core.Tests.AuditTrail;

public sealed class SignCheckpointTests
{
    [Fact]
    public async Task A_head_is_signed_once_and_a_checkpoint_never_runs_ahead_of_what_can_be_read()
    {
        await using var log = await TestLog.OpenAsync();
        Assert.Equal(0, await log.SignAsync());
        Assert.Null(await log.SignAsync());
        await log.SequenceAsync();
        await LogAssert.HoldsAsync(log.Sql, MarisolBay.City, log.Key);
        await log.AppendAsync(2);
        await log.SequenceAsync();
        // Two batches are stored and unsigned: the published checkpoint is still the empty tree's, and holds.
        Assert.Equal(0, (await LogAssert.HoldsAsync(log.Sql, MarisolBay.City, log.Key)).Entries);
        Assert.Equal(3, await log.SignAsync());
        Assert.Equal(3, (await LogAssert.HoldsAsync(log.Sql, MarisolBay.City, log.Key)).Entries);
    }

    [Fact]
    public async Task After_a_crash_between_signing_and_publishing_the_same_checkpoint_is_signed_again()
    {
        await using var log = await TestLog.OpenAsync();
        await log.SequenceAsync();
        await log.ExecuteAsync("create trigger crash before insert on log_checkpoints begin select raise(abort, 'crash'); end");
        await Assert.ThrowsAnyAsync<SqliteException>(log.SignAsync);
        await log.ExecuteAsync("drop trigger crash");
        Assert.Equal(1, await log.SignAsync());
        await LogAssert.HoldsAsync(log.Sql, MarisolBay.City, log.Key);
    }

    [Fact]
    public async Task A_database_restored_from_an_older_backup_does_not_make_the_key_sign_another_past()
    {
        await using var log = await TestLog.OpenAsync();
        await log.KeepAsync();
        var file = Path.Combine(log.Folder, "transparency.db");
        await log.ExecuteAsync($"vacuum into '{file}.backup'");
        await log.AppendAsync(3);
        await log.KeepAsync();

        SqliteConnection.ClearAllPools();
        foreach (var part in new[] { "", "-wal", "-shm" })
        {
            File.Delete(file + part);
        }
        File.Move(file + ".backup", file);
        await log.AppendAsync(5);
        await log.SequenceAsync();
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(log.SignAsync);
        Assert.Contains("older backup", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await log.ScalarAsync<long>("select max(size) from log_checkpoints"));
    }

    [Fact]
    public async Task Two_signers_at_once_publish_one_checkpoint()
    {
        await using var log = await TestLog.OpenAsync();
        await log.SequenceAsync();
        var signed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(log.SignAsync)));
        Assert.Single(signed, size => size == 1);
        Assert.Equal(1, await log.ScalarAsync<int>("select count(*) from log_checkpoints"));
    }
}
