using Dapper;
using Transparency.Audit.Notes;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Verify;
using Transparency.Verify.Witnessing;
using WitnessState = Transparency.Core.AuditTrail.WitnessState;

namespace Transparency.Portal.Tests.Log;

/// <summary>The portal's log and a real witness, over HTTP.</summary>
public sealed class WitnessedLogTests(LoggedPortal portal) : IClassFixture<LoggedPortal>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_witness_signs_each_new_head_and_says_plainly_when_it_refuses()
    {
        var folder = Directory.CreateTempSubdirectory("transparency-").FullName;
        using var key = new NoteSigner("library.example/witness", NoteKey.Cosignature, new byte[32]);
        using var log = new NoteVerifier(portal.Get<LogKey>().Open("marisol-bay.example/log").Key);
        var logs = new Dictionary<string, NoteVerifier> { [log.Key.Name] = log };
        var witness = new Witness(new Transparency.Verify.Witnessing.WitnessState(folder), key, logs, portal.Clock);
        await using var app = WitnessHost.Create(witness, [log.Key.Name], new Uri("http://127.0.0.1:0"));
        await app.StartAsync(Cancellation);
        var settings = new LogSettings { Witnesses = [new WitnessSettings { Name = "Library", Address = new Uri(app.Urls.First()), Key = key.Key.ToString() }] };
        using var http = new HttpClient();
        var offer = new OfferCheckpoint(portal.Get<SqlDatabase>(), settings, new WitnessClient(http));

        Assert.Equal(1, await offer.RunAsync(portal.Clock.Now, Cancellation));
        Assert.Equal(0, await offer.RunAsync(portal.Clock.Now, Cancellation));
        await GrowAsync();
        Assert.Equal(1, await offer.RunAsync(portal.Clock.Now, Cancellation));
        var (exit, output) = await portal.VerifyAsync("--witness", key.Key.ToString());
        Assert.Equal(ExitCode.EverythingHolds, exit);
        Assert.Contains("library.example/witness has signed", output, StringComparison.Ordinal);
        var status = await new WitnessList(portal.Get<SqlDatabase>(), settings).ReadAsync(Cancellation);
        Assert.Equal(WitnessState.Signed, Assert.Single(status).Last!.State);

        // What the witness was shown is compared by anyone with what this portal shows.
        var monitor = $"{app.Urls.First()}/{Transparency.Verify.Witnessing.WitnessState.NameOf(log.Key.Name)}/checkpoint";
        Assert.Equal(ExitCode.EverythingHolds, (await portal.VerifyAsync("--compare", monitor)).Exit);

        // The witness remembers a head that this log does not continue: as after a fork.
        var fork = new Checkpoint(log.Key.Name, new Transparency.Audit.Merkle.TreeHead(3, Transparency.Audit.Merkle.TreeHash.Empty));
        new Transparency.Verify.Witnessing.WitnessState(folder).Write(log.Key.Name, new SignedNote(fork.ToText(), [key.Cosign(fork.ToText(), 1)]));
        await GrowAsync();
        Assert.Equal(0, await offer.RunAsync(portal.Clock.Now, Cancellation));
        status = await new WitnessList(portal.Get<SqlDatabase>(), settings).ReadAsync(Cancellation);
        Assert.Equal(WitnessState.Alarm, Assert.Single(status).Last!.State);
        Assert.Equal(ExitCode.SomethingDoesNotFit, (await portal.VerifyAsync("--witness", key.Key.ToString())).Exit);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_receipt_is_handed_to_its_user_only_and_its_promise_is_checked_against_the_log()
    {
        using var anonymous = portal.CreateClient();
        await using var connection = await portal.Get<SqlDatabase>().OpenAsync(Cancellation);
        var (entry, user) = await connection.QueryFirstAsync<(string, string)>("select id, user_id from log_entries where act = 'search'");
        var refused = await anonymous.GetAsync(new Uri($"/staff/log/receipts/{entry}", UriKind.Relative), Cancellation);
        Assert.NotEqual(200, (int)refused.StatusCode);

        var note = await portal.Get<PromiseInclusion>().RunAsync(entry, user, Cancellation);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, note, Cancellation);
        var (exit, output) = await portal.VerifyAsync("--receipt", file);
        Assert.Equal(ExitCode.EverythingHolds, exit);
        Assert.Contains("The promise was kept", output, StringComparison.Ordinal);

        var text = new Transparency.Audit.Entries.InclusionPromise("marisol-bay.example/log", Transparency.Audit.Merkle.TreeHash.Empty, 1).ToText();
        var broken = new SignedNote(text, [portal.Get<LogKey>().Open("marisol-bay.example/log").Sign(text)]).ToString();
        await File.WriteAllTextAsync(file, broken, Cancellation);
        (exit, output) = await portal.VerifyAsync("--receipt", file);
        Assert.Equal(ExitCode.SomethingDoesNotFit, exit);
        Assert.Contains("broke its promise", output, StringComparison.Ordinal);
        File.Delete(file);
    }

    private async Task GrowAsync()
    {
        var opened = await portal.Get<OpenField>().RunAsync(Host.SampleCity.By(portal.Clock.Now), 0, "time", "City Auditor", Cancellation);
        Assert.Null(opened.Refusal);
        portal.Clock.Now += TimeSpan.FromMinutes(2);
        await portal.KeepAsync();
    }
}
