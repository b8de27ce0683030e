using System.Security.Cryptography;
using System.Text;
using Dapper;
using Transparency.Audit.Entries;
using Transparency.Audit.Schemas;
using Transparency.Audit.Tiles;
using Transparency.Core.AuditTrail;

namespace Transparency.Core.Tests.AuditTrail;

public sealed class PublicBytesTests
{
    private static readonly string[] Secrets =
    [
        MarisolBay.Plate, MarisolBay.CaseNumber, MarisolBay.OfficerName, MarisolBay.OfficerId, MarisolBay.Basis, "10.20.4.17",
        "2026-11-22T", "20:00", "3 detections shown",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_plate_name_case_number_time_address_or_free_text_is_in_any_public_file()
    {
        await using var log = await TestLog.OpenAsync();
        await log.AppendAsync(5);
        log.Clock.Advance(TimeSpan.FromHours(13));
        await log.KeepAsync();
        foreach (var (path, bytes) in await PublicFilesAsync(log))
        {
            var text = Encoding.UTF8.GetString(bytes);
            Assert.All(Secrets, secret => Assert.False(text.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{path} holds {secret}"));
            Assert.All(Secrets, secret => Assert.Equal(-1, bytes.AsSpan().IndexOf(SHA256.HashData(Encoding.UTF8.GetBytes(secret)))));
        }
    }

    [Fact]
    public async Task A_plate_cannot_be_confirmed_by_guessing_without_its_salt()
    {
        await using var log = await TestLog.OpenAsync();
        await log.AppendAsync(1);
        await log.KeepAsync();
        var bundle = EntryBundle.Split(await log.Files.ReadAsync("tile/entries/000.p/2", Cancellation), 2)!;
        var search = bundle.Select(bytes => new EntryParser().Parse(bytes.Span)!).Single(entry => entry.Act == SearchActs.Search);
        // The right guess with every salt an outsider could think of opens nothing.
        byte[][] salts = [new byte[32], search.Commitment("plate")!.Value.ToArray(), search.Commitment("basis")!.Value.ToArray(), SHA256.HashData(bundle[0].Span)];
        Assert.All(salts, salt => Assert.False(new FieldOpening("plate", salt, MarisolBay.Plate).Opens(search)));
        Assert.Equal(search.Fields.Count, search.Fields.Select(field => field.Commitment).Distinct().Count());
    }

    [Fact]
    public async Task Two_searches_alike_in_everything_do_not_look_alike()
    {
        await using var log = await TestLog.OpenAsync();
        await log.AppendAsync(2);
        await log.KeepAsync();
        var commitments = EntryBundle.Split(await log.Files.ReadAsync("tile/entries/000.p/3", Cancellation), 3)!
            .SelectMany(bytes => new EntryParser().Parse(bytes.Span)!.Fields)
            .ToList();
        Assert.Equal(commitments.Count, commitments.Select(field => field.Commitment).Distinct().Count());
    }

    private static async Task<List<(string Path, byte[] Bytes)>> PublicFilesAsync(TestLog log)
    {
        await using var connection = await log.Sql.OpenAsync(Cancellation);
        var tiles = await connection.QueryAsync<(int, long, int)>("select level, tile, width from log_tiles");
        var days = await connection.QueryAsync<string>("select day from log_disclosures");
        var paths = tiles.Select(tile => new Tile(tile.Item1, tile.Item2, tile.Item3).Path)
            .Concat(days.Select(DisclosureFile.PathOf))
            .Concat(["checkpoint", LogFiles.KeyPath]);
        var files = new List<(string, byte[])>();
        foreach (var path in paths)
        {
            files.Add((path, (await log.Files.ReadAsync(path, Cancellation))!));
        }
        return files;
    }
}
