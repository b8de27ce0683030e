using Transparency.Audit.Entries;
using Transparency.Audit.Notes;
using Transparency.Core.AuditTrail;

namespace Transparency.Core.Tests.AuditTrail;

public sealed class OpenAndDestroyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_field_is_opened_with_a_proof_that_needs_no_network_and_the_opening_is_an_entry()
    {
        await using var log = await SignedAsync();
        var outcome = await Open(log).RunAsync(MarisolBay.By(log.Clock.Now), await SearchAsync(log), "plate", "City Auditor", Cancellation);
        var proof = FieldProof.Parse(outcome.File!)!;
        using var key = new NoteVerifier(log.Key.Open(MarisolBay.City.LogOrigin).Key);
        Assert.Null(proof.Problem(key));
        Assert.Equal(("plate", MarisolBay.Plate), (proof.Opening.Name, proof.Opening.Value));
        Assert.Equal(outcome.File, proof.ToString());
        Assert.DoesNotContain(MarisolBay.OfficerName, System.Text.Encoding.UTF8.GetString(proof.Proof.Extra!), StringComparison.Ordinal);
        var opened = Assert.Single(await LoggedEntry.ReadAsync(log.Sql, "field-opened"));
        Assert.Equal(("plate", "City Auditor"), (opened.Fields["field"], opened.Fields["auditor"]));
    }

    [Fact]
    public async Task A_changed_opening_does_not_hold()
    {
        await using var log = await SignedAsync();
        var outcome = await Open(log).RunAsync(MarisolBay.By(log.Clock.Now), await SearchAsync(log), "plate", "City Auditor", Cancellation);
        var proof = FieldProof.Parse(outcome.File!)!;
        using var key = new NoteVerifier(log.Key.Open(MarisolBay.City.LogOrigin).Key);
        Assert.Contains("not the one", (proof with { Opening = proof.Opening with { Value = "7AAA000" } }).Problem(key), StringComparison.Ordinal);
        Assert.Contains("not entry", (proof with { Proof = proof.Proof with { Index = proof.Proof.Index == 0 ? 1 : 0 } }).Problem(key), StringComparison.Ordinal);
        Assert.Contains("not signed", (proof with { Proof = proof.Proof with { Checkpoint = proof.Proof.Checkpoint.Replace("marisol", "mariso1", StringComparison.Ordinal) } }).Problem(key), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_is_not_signed_yet_or_a_field_that_is_not_there_is_not_opened()
    {
        await using var log = await SignedAsync();
        var context = MarisolBay.By(log.Clock.Now);
        Assert.NotNull((await Open(log).RunAsync(context, 99, "plate", "City Auditor", Cancellation)).Refusal);
        Assert.NotNull((await Open(log).RunAsync(context, await SearchAsync(log), "no-such-field", "City Auditor", Cancellation)).Refusal);
        Assert.Empty(await LoggedEntry.ReadAsync(log.Sql, "field-opened"));
    }

    [Fact]
    public async Task A_destroyed_salt_leaves_every_proof_valid_and_nothing_to_open_and_is_an_entry()
    {
        await using var log = await SignedAsync();
        log.Clock.Advance(TimeSpan.FromHours(13));
        await log.KeepAsync();
        var search = await SearchAsync(log);
        Assert.Equal(3, await Destroy(log).RunAsync(MarisolBay.By(log.Clock.Now), search, ["plate", "elements", "purpose"], "court-order", Cancellation));
        Assert.Equal(0, await Destroy(log).RunAsync(MarisolBay.By(log.Clock.Now), search, ["plate"], "court-order", Cancellation));
        await log.KeepAsync();

        Assert.Contains("destroyed", (await Open(log).RunAsync(MarisolBay.By(log.Clock.Now), search, "plate", "City Auditor", Cancellation)).Refusal, StringComparison.Ordinal);
        Assert.Empty(await new CheckTrail(log.Sql).RunAsync(Cancellation));
        var report = await LogAssert.ReportAsync(log.Sql, MarisolBay.City, log.Key);
        Assert.True(report.Holds);
        Assert.Single(await LoggedEntry.ReadAsync(log.Sql, "salt-destroyed"));
        Assert.Equal(2, await log.ScalarAsync<int>($"select count(*) from log_entries where elements like '%{MarisolBay.Plate}%'"));
        var file = DisclosureFile.Parse((await log.Files.ReadAsync("disclosures/2026-11-22.json", Cancellation))!)!;
        Assert.DoesNotContain(file.Entries.Single(entry => entry.Index == search).Fields, field => field.Name == "purpose");
    }

    [Fact]
    public async Task What_a_restored_backup_brings_back_is_destroyed_again()
    {
        await using var log = await SignedAsync();
        var search = await SearchAsync(log);
        var before = await log.ScalarAsync<byte[]>($"select bytes from log_openings where entry_id = (select entry_id from log_sequence where idx = {search})");
        await Destroy(log).RunAsync(MarisolBay.By(log.Clock.Now), search, [], "statute", Cancellation);
        await log.ExecuteAsync($"update log_openings set bytes = @before where entry_id = (select entry_id from log_sequence where idx = {search})", new { before });
        await Destroy(log).RepeatAsync(Cancellation);
        Assert.Empty(await new CheckTrail(log.Sql).RunAsync(Cancellation));
        Assert.NotNull((await Open(log).RunAsync(MarisolBay.By(log.Clock.Now), search, "plate", "City Auditor", Cancellation)).Refusal);
    }

    [Fact]
    public async Task An_opening_taken_away_without_an_order_is_found()
    {
        await using var log = await SignedAsync();
        await log.ChangeOpeningsAsync(opening => opening.Name == "plate" ? null : opening);
        Assert.All(await new CheckTrail(log.Sql).RunAsync(Cancellation), problem => Assert.Contains("what opens plate is gone", problem, StringComparison.Ordinal));
        Assert.NotEmpty(await new CheckTrail(log.Sql).RunAsync(Cancellation));
    }

    [Fact]
    public async Task A_key_follows_another_with_an_overlap_in_which_both_sign()
    {
        await using var log = await SignedAsync();
        var change = new ChangeLogKey(log.Sql, MarisolBay.City, log.Key, new AuditLog(MarisolBay.City));
        var old = log.Key.Open(MarisolBay.City.LogOrigin).Key;
        Assert.Null(await change.RetireAsync(MarisolBay.By(log.Clock.Now), isLeaked: false, Cancellation));
        var added = await change.AddAsync(MarisolBay.By(log.Clock.Now), Cancellation);
        Assert.Null(await change.AddAsync(MarisolBay.By(log.Clock.Now), Cancellation));
        log.Clock.Advance(TimeSpan.FromHours(13));
        await log.KeepAsync();

        // Who trusts the old key learns of the new one from the log itself.
        var report = await LogAssert.ReportAsync(log.Sql, MarisolBay.City, log.Key);
        Assert.Equal((true, added), (report.Holds, report.Successor));
        Assert.Equal(old.ToString(), await change.RetireAsync(MarisolBay.By(log.Clock.Now), isLeaked: true, Cancellation));
        await log.AppendAsync(1);
        await log.KeepAsync();
        Assert.Equal(added, log.Key.Open(MarisolBay.City.LogOrigin).Key.ToString());
        Assert.True((await LogAssert.ReportAsync(log.Sql, MarisolBay.City, log.Key)).Holds);
        Assert.Equal(["added", "compromised"], (await LoggedEntry.ReadAsync(log.Sql, "key-change")).Select(entry => entry.Fields["change"]));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(log.Folder, "keys", "log.key")));
        }
    }

    [Fact]
    public async Task A_promise_is_signed_for_the_user_who_made_the_entry_and_for_nobody_else()
    {
        await using var log = await SignedAsync();
        var id = (await LoggedEntry.ReadAsync(log.Sql, "search"))[0].Id;
        var delay = new MergeDelay(log.Sql, new Core.Agencies.CurrentCity(new Core.Agencies.CityStore(log.Sql)), new LogSettings { MergeDelay = TimeSpan.FromHours(1) });
        var promises = new PromiseInclusion(log.Sql, MarisolBay.City, log.Key, delay);
        var note = await promises.RunAsync(id, MarisolBay.OfficerId, Cancellation);
        using var key = new NoteVerifier(log.Key.Open(MarisolBay.City.LogOrigin).Key);
        var promise = InclusionPromise.Open(System.Text.Encoding.UTF8.GetBytes(note!), key)!;
        Assert.Equal(0, promise.Due % 60);
        Assert.Equal(await log.ScalarAsync<byte[]>($"select leaf from log_entries where id = '{id}'"), promise.Leaf.ToArray());
        Assert.Null(await promises.RunAsync(id, "somebody-else", Cancellation));
        Assert.Null(InclusionPromise.Parse(new Checkpoint("a", Transparency.Audit.Merkle.TreeHead.Empty).ToText()));
        Assert.Null(Checkpoint.Parse(promise.ToText()));
    }

    private static OpenField Open(TestLog log) => new(log.Sql, MarisolBay.City, log.Key, new AuditLog(MarisolBay.City));

    private static DestroySalts Destroy(TestLog log) => new(log.Sql, new AuditLog(MarisolBay.City), new DestroyedSalts(log.Folder));

    private static async Task<TestLog> SignedAsync()
    {
        var log = await TestLog.OpenAsync();
        await log.AppendAsync(3);
        await log.KeepAsync();
        return log;
    }

    private static async Task<long> SearchAsync(TestLog log) =>
        await log.ScalarAsync<long>("select min(s.idx) from log_sequence s join log_entries e on e.id = s.entry_id where e.act = 'search'");
}
