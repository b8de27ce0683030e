using System.Text;
using Transparency.Audit.Merkle;
using Transparency.Audit.Schemas;
using Transparency.Audit.Tiles;

namespace Transparency.Audit.Tests.Verification;

public sealed class LogVerifierTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(600)]
    public async Task A_log_that_holds_is_said_to_hold(int entries)
    {
        var report = await SampleLog.Of(entries).VerifyAsync(due: "2026-11-30");
        Assert.Empty(report.Problems);
        Assert.True(report.Holds);
        Assert.Empty(report.Remarks);
        Assert.Equal(entries, report.Entries);
        var publicFields = EntrySchemas.Current("search")!.Fields.Count(field => field.Publication == Publication.Public);
        Assert.Equal((long)entries * publicFields, report.FieldsOpened);
        Assert.Equal((entries + 99) / 100, report.Days);
    }

    [Fact]
    public async Task Flipping_any_one_byte_of_any_file_is_found_and_the_file_or_entry_named()
    {
        var log = SampleLog.Of(258);
        foreach (var (path, bytes) in log.Files.ToList())
        {
            for (var at = 0; at < bytes.Length; at += Math.Max(1, bytes.Length / 16))
            {
                foreach (var change in (byte[])[0x01, 0x80])
                {
                    bytes[at] ^= change;
                    var report = await log.VerifyAsync();
                    bytes[at] ^= change;
                    Assert.False(report.Holds, $"{path}, byte {at}");
                    AssertNames(path, bytes, at, report.Problems[0].Where);
                    Assert.All(report.Problems, problem => Assert.Equal(
                        path.StartsWith("disclosures", StringComparison.Ordinal), problem.What.Contains("disclosures", StringComparison.Ordinal)
                            || problem.Where.StartsWith("disclosures", StringComparison.Ordinal)));
                }
            }
        }
        Assert.True((await log.VerifyAsync()).Holds);
    }

    [Fact]
    public async Task A_missing_or_shortened_file_is_found_and_named()
    {
        var log = SampleLog.Of(600);
        foreach (var (path, bytes) in log.Files.Where(file => !file.Key.StartsWith("disclosures", StringComparison.Ordinal)).ToList())
        {
            log.Files.Remove(path);
            Assert.Contains((await log.VerifyAsync()).Problems, problem => problem.Where == path);
            log.Files[path] = bytes[..^1];
            Assert.False((await log.VerifyAsync()).Holds, path);
            log.Files[path] = [.. bytes, 0];
            Assert.Contains((await log.VerifyAsync()).Problems, problem => problem.Where == path);
            log.Files[path] = bytes;
        }
    }

    [Fact]
    public async Task Disclosures_that_are_due_must_be_there()
    {
        var log = SampleLog.Of(250);
        log.Files.Remove("disclosures/2026-11-02.json");
        Assert.True((await log.VerifyAsync(due: "2026-11-01")).Holds);
        Assert.Equal("disclosures/2026-11-02.json", Assert.Single((await log.VerifyAsync(due: "2026-11-02")).Problems).Where);
    }

    [Fact]
    public async Task A_file_that_opens_a_sealed_field_is_a_problem_and_one_that_opens_less_is_remarked()
    {
        var log = SampleLog.Of(100);
        log.Disclose("2026-11-01", field => field.Name is "plate");
        var report = await log.VerifyAsync();
        Assert.Contains("never public", report.Problems[0].What, StringComparison.Ordinal);
        Assert.DoesNotContain("7QZX418", string.Concat(report.Problems), StringComparison.Ordinal);
        log.Disclose("2026-11-01", field => field.Name is "results");
        report = await log.VerifyAsync();
        Assert.True(report.Holds);
        Assert.Contains("100 entries", Assert.Single(report.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_other_than_the_one_committed_to_is_found()
    {
        var log = SampleLog.Of(100);
        var text = Encoding.UTF8.GetString(log.Files["disclosures/2026-11-01.json"]);
        var at = text.IndexOf("2-10", text.IndexOf("\"index\":42,", StringComparison.Ordinal), StringComparison.Ordinal);
        log.Files["disclosures/2026-11-01.json"] = Encoding.UTF8.GetBytes(string.Concat(text.AsSpan(0, at), "0", text.AsSpan(at + 4)));
        Assert.Equal("entry 42", Assert.Single((await log.VerifyAsync()).Problems).Where);
    }

    [Fact]
    public async Task A_head_seen_before_must_still_be_contained()
    {
        var log = SampleLog.Of(200);
        var seen = log.Append(57);
        log.Append(100);
        Assert.True((await log.VerifyAsync(remembered: seen)).Holds);
        Assert.True((await log.VerifyAsync(remembered: TreeHead.Empty)).Holds);
        var other = SampleLog.Of(257);
        other.Append(100);
        Assert.Contains("rewritten", Assert.Single((await other.VerifyAsync(remembered: seen)).Problems).What, StringComparison.Ordinal);
        Assert.Contains("shrank", Assert.Single((await SampleLog.Of(100).VerifyAsync(remembered: seen)).Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checkpoint_of_another_key_or_log_is_refused()
    {
        var log = SampleLog.Of(3);
        Assert.Equal("checkpoint", Assert.Single((await log.VerifyAsync(key: Golden.Key(Golden.LogKeyText))).Problems).Where);
        log.Files["checkpoint"] = Golden.Bytes("checkpoints/3.txt");
        Assert.Equal("checkpoint", Assert.Single((await log.VerifyAsync()).Problems).Where);
    }

    private static void AssertNames(string path, byte[] bytes, int at, string named)
    {
        if (path.StartsWith("tile/entries", StringComparison.Ordinal))
        {
            Assert.True(Tile.TryParse(path, out var tile));
            var end = 0;
            var entry = 0;
            foreach (var part in EntryBundle.Split(bytes, tile.Width)!)
            {
                end += 2 + part.Length;
                entry += end <= at ? 1 : 0;
            }
            Assert.Equal($"entry {(tile.Index * Tile.FullWidth) + entry}", named);
        }
        else if (path.StartsWith("disclosures", StringComparison.Ordinal))
        {
            Assert.True(named == path || named.StartsWith("entry ", StringComparison.Ordinal), named);
        }
        else
        {
            Assert.Equal(path, named);
        }
    }
}
