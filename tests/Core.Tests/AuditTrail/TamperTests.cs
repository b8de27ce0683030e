using Dapper;
using Transparency.Audit.Tiles;
using Transparency.Core.AuditTrail;

namespace Transparency.Core.Tests.AuditTrail;

/// <summary>Whoever can write to the database, past every trigger, cannot do it unseen.</summary>
public sealed class TamperTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_flipped_byte_of_any_stored_public_file_makes_verification_fail_and_name_it()
    {
        await using var log = await FilledAsync();
        await using var connection = await log.Sql.OpenAsync(Cancellation);
        var tiles = await connection.QueryAsync<(int Level, long Index, int Width, byte[] Bytes)>("select level, tile, width, bytes from log_tiles");
        foreach (var (level, index, width, bytes) in tiles)
        {
            const string Update = "update log_tiles set bytes = @bytes where level = @level and tile = @index and width = @width";
            foreach (var at in Enumerable.Range(0, bytes.Length).Where(at => at % (bytes.Length / 5) == 0))
            {
                bytes[at] ^= 1;
                await connection.ExecuteAsync(Update, new { bytes, level, index, width });
                bytes[at] ^= 1;
                var problem = (await LogAssert.ReportAsync(log.Sql, MarisolBay.City, log.Key)).Problems[0];
                Assert.True(
                    level == Tile.Entries ? problem.Where.StartsWith("entry ", StringComparison.Ordinal) : problem.Where == new Tile(level, index, width).Path,
                    problem.ToString());
            }
            await connection.ExecuteAsync(Update, new { bytes, level, index, width });
        }
        await LogAssert.HoldsAsync(log.Sql, MarisolBay.City, log.Key);
    }

    [Theory]
    [InlineData("checkpoint", "update log_checkpoints set note = replace(note, '263', '262')")]
    [InlineData("checkpoint", "update log_checkpoints set note = replace(note, 'marisol', 'mariso1')")]
    [InlineData("checkpoint", "delete from log_checkpoints")]
    [InlineData("disclosures/2026-11-22.json", "update log_disclosures set bytes = zeroblob(10)")]
    [InlineData("entry ", "update log_disclosures set bytes = cast(replace(cast(bytes as text), 'hit-and-run', 'homicide') as blob)")]
    [InlineData("tile/0/001.p/7", "delete from log_tiles where level = 0 and width = 7")]
    [InlineData("tile/entries/000", "delete from log_tiles where level = -1 and width = 256")]
    public async Task A_changed_checkpoint_disclosure_or_missing_file_makes_verification_fail_and_name_it(string where, string change)
    {
        await using var log = await FilledAsync();
        await log.ExecuteAsync("drop trigger log_checkpoints_no_update; drop trigger log_checkpoints_no_delete");
        await log.ExecuteAsync(change);
        var report = await LogAssert.ReportAsync(log.Sql, MarisolBay.City, log.Key);
        Assert.StartsWith(where, report.Problems[0].Where, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update log_entries set user_name = 'Somebody Else' where act = 'search'", "user-name")]
    [InlineData("update log_entries set purpose = 'homicide' where act = 'search'", "purpose")]
    [InlineData("update log_entries set elements = 'another plate' where act = 'search'", "elements")]
    [InlineData("update log_entries set at_ms = at_ms + 1 where act = 'search'", "time")]
    [InlineData("update log_entries set act = 'sign-in' where act = 'search'", "act and day")]
    [InlineData("update log_entries set entry = zeroblob(9) where act = 'search'", "public log")]
    public async Task A_changed_internal_record_no_longer_fits_the_public_tree(string change, string named)
    {
        await using var log = await FilledAsync();
        await log.ExecuteAsync("drop trigger log_entries_no_update");
        await log.ExecuteAsync(change);
        var problems = await new CheckTrail(log.Sql).RunAsync(Cancellation);
        Assert.NotEmpty(problems);
        Assert.All(problems, problem => Assert.Contains(named, problem, StringComparison.Ordinal));
        Assert.All(problems, problem => Assert.DoesNotContain(MarisolBay.Plate, problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_changed_value_or_salt_no_longer_opens_what_was_committed_to()
    {
        await using var log = await FilledAsync();
        await log.ChangeOpeningsAsync(opening => opening is { Name: "plate", Value.Length: > 0 } ? opening with { Value = "7AAA000" } : opening);
        Assert.All(await new CheckTrail(log.Sql).RunAsync(Cancellation), problem => Assert.Contains("plate", problem, StringComparison.Ordinal));
        await log.ChangeOpeningsAsync(opening => opening.Name == "basis" ? opening with { Salt = new byte[32] } : opening);
        Assert.Contains(await new CheckTrail(log.Sql).RunAsync(Cancellation), problem => problem.Contains("basis", StringComparison.Ordinal));
    }

    private static async Task<TestLog> FilledAsync()
    {
        var log = await TestLog.OpenAsync();
        await log.AppendAsync(262);
        log.Clock.Advance(TimeSpan.FromHours(13));
        await log.KeepAsync();
        await LogAssert.HoldsAsync(log.Sql, MarisolBay.City, log.Key);
        return log;
    }
}
