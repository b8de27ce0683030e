using System.Security.Cryptography;
using System.Text;
using Transparency.Audit.Entries;
using Transparency.Audit.Merkle;
using Transparency.Audit.Schemas;
using Transparency.Audit.Tiles;
using Transparency.Audit.Verification;
using Transparency.Core.AuditTrail;

namespace Transparency.Core.Tests.AuditTrail;

/// <summary>Every act there is, written with words nobody may find, and then everything the public gets is searched for them.</summary>
public sealed class PublicBytesOfEveryActTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Every plate of a small alphabet: what an outsider would try, one after the other.
    private static readonly string[] EveryPlate =
        [.. from a in "78" from b in "QZX" from c in "QZX" from d in "0123456789" select $"{a}{b}{c}X41{d}"];

    [Fact]
    public async Task No_act_shows_a_sealed_value_or_a_time_finer_than_the_day_in_any_public_file()
    {
        await using var log = await EveryActAsync();
        var secrets = EntrySchemas.All.SelectMany(schema => schema.Fields.Where(field => field.Publication == Publication.Sealed).Select(field => Canary(schema, field)))
            .Concat([MarisolBay.OfficerName, MarisolBay.OfficerId, "10.20.4.17", "canary"]).ToList();
        foreach (var (path, bytes) in await FilesAsync(log))
        {
            var text = Encoding.UTF8.GetString(bytes);
            Assert.All(secrets, secret => Assert.False(text.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{path} shows a sealed value"));
            Assert.All(secrets, secret => Assert.Equal(-1, bytes.AsSpan().IndexOf(SHA256.HashData(Encoding.UTF8.GetBytes(secret)))));
            Assert.DoesNotMatch(@"\d\d:\d\d", path == LogVerifier.CheckpointPath ? "" : text);
            Assert.DoesNotMatch(@"\d{4}-\d\d-\d\dT", text);
        }
    }

    [Fact]
    public async Task Given_every_possible_plate_the_public_bytes_do_not_tell_which_one()
    {
        await using var log = await EveryActAsync();
        var entries = await EntriesAsync(log);
        var file = DisclosureFile.Parse((await log.Files.ReadAsync("disclosures/2026-11-22.json", Cancellation))!)!;
        // Every 32 bytes that anyone can see or derive: published salts, commitments, leaf hashes, nothing.
        var salts = file.Entries.SelectMany(entry => entry.Fields).Select(field => field.Salt)
            .Concat(entries.SelectMany(entry => entry.Fields).Select(field => field.Commitment.ToArray()))
            .Concat(entries.Select(entry => TreeHash.Leaf(entry.ToBytes()).ToArray()))
            .Append(new byte[32])
            .ToList();
        var committed = entries.SelectMany(entry => entry.Fields.Where(field => field.Name == "plate")).Select(field => field.Commitment).ToHashSet();
        Assert.NotEmpty(committed);
        Assert.Contains(MarisolBay.Plate, EveryPlate);
        foreach (var salt in salts)
        {
            Assert.DoesNotContain(EveryPlate, plate => committed.Contains(FieldCommitment.Of("plate", salt, plate)));
        }
    }

    [Fact]
    public async Task Entries_of_one_act_are_alike_in_length_and_fields_whatever_they_hold()
    {
        await using var log = await TestLog.OpenAsync();
        await log.AppendAsync(1, MarisolBay.Search());
        await log.AppendAsync(1, new AuditEvent(SearchActs.Search, []) { Elements = "every plate", Outcome = "nothing" });
        await log.AppendAsync(1, MarisolBay.Search() with { Elements = new string('x', 1500) });
        await log.KeepAsync();
        var searches = (await EntriesAsync(log)).Where(entry => entry.Act == SearchActs.Search).ToList();
        Assert.Equal(3, searches.Count);
        Assert.Single(searches.Select(entry => entry.ToBytes().Length).Distinct());
    }

    [Fact]
    public async Task No_salt_is_used_twice()
    {
        await using var log = await EveryActAsync();
        var salts = new List<string>();
        await log.ChangeOpeningsAsync(opening =>
        {
            salts.Add(Convert.ToHexString(opening.Salt));
            return opening;
        });
        Assert.Equal(salts.Count, salts.Distinct().Count());
    }

    private static async Task<TestLog> EveryActAsync()
    {
        var log = await TestLog.OpenAsync();
        foreach (var schema in EntrySchemas.All.Where(schema => EntrySchemas.Current(schema.Act) == schema))
        {
            var fields = schema.Own
                .Where(field => CommonFields.All.All(common => common.Name != field.Name))
                .Select(field => new AuditField(field.Name, field.Publication == Publication.Public ? field.Example : Canary(schema, field)));
            await log.AppendAsync(1, new AuditEvent(schema.Act, fields.ToList()) { Elements = "canary elements " + MarisolBay.Plate, Outcome = "canary outcome" });
        }
        log.Clock.Advance(TimeSpan.FromHours(13));
        await log.KeepAsync();
        return log;
    }

    private static string Canary(EntrySchema schema, FieldSchema field) =>
        field.Name == "plate" ? MarisolBay.Plate : $"canary {schema.Act} {field.Name}";

    private static async Task<IReadOnlyList<LogEntry>> EntriesAsync(TestLog log)
    {
        var size = await log.ScalarAsync<int>("select max(size) from log_checkpoints");
        var bundle = await log.Files.ReadAsync(new Tile(Tile.Entries, 0, size).Path, Cancellation);
        return EntryBundle.Split(bundle, size)!.Select(bytes => new EntryParser().Parse(bytes.Span)!).ToList();
    }

    private static async Task<List<(string Path, byte[] Bytes)>> FilesAsync(TestLog log)
    {
        var size = await log.ScalarAsync<long>("select max(size) from log_checkpoints");
        var paths = Tile.AllOf(size).Select(tile => tile.Path)
            .Concat([LogVerifier.CheckpointPath, LogFiles.KeyPath, LogFiles.DaysPath, DisclosureFile.PathOf("2026-11-22")]);
        var files = new List<(string, byte[])>();
        foreach (var path in paths)
        {
            files.Add((path, (await log.Files.ReadAsync(path, Cancellation))!));
        }
        return files;
    }
}
