using System.Net;
using System.Text;
using Transparency.Audit.Merkle;
using Transparency.Audit.Notes;
using Transparency.Audit.Tests.Merkle;
using Transparency.Audit.Witnessing;
using Transparency.Verify.Witnessing;

namespace Transparency.Audit.Tests.Witnessing;

public sealed class WitnessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("transparency-").FullName;
    private readonly NoteVerifier _log = new(Golden.Key(Golden.LogKeyText));
    private readonly NoteVerifier _key = new(Golden.Key(Golden.WitnessKeyText));
    private readonly NoteSigner _signer = new(Golden.WitnessName, NoteKey.Cosignature, Golden.WitnessSeed);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _log.Dispose();
        _key.Dispose();
        _signer.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Every_golden_step_is_signed_as_the_golden_witness_signed_it()
    {
        foreach (var step in Golden.List<ConsistencyVector>("consistency.json"))
        {
            var witness = Start($"{step.Old}-{step.New}");
            Assert.Equal(200, witness.Add(Request(0, [], step.Old)).Status);
            var answer = witness.Add(Request(step.Old, step.Proof, step.New));
            Assert.Equal((200, WitnessAnswer.TextType), (answer.Status, answer.ContentType));
            Assert.Equal(Golden.Text($"checkpoints/{step.New}.cosigned.txt"), Golden.Text($"checkpoints/{step.New}.txt") + answer.Body);
            Assert.NotNull(answer.CosignatureOf(_key, Note(step.New).Text));
        }
    }

    [Fact]
    public void What_was_signed_is_still_known_after_a_restart()
    {
        Assert.Equal(200, Start().Add(Request(0, [], 256)).Status);
        var again = Start();
        Assert.Equal(WitnessAnswer.Conflict(256), again.Add(Request(0, [], 257)));
        Assert.Equal(256, again.Add(Request(3, [], 257)).ConflictingSize());
        Assert.Equal(200, again.Add(Request(256, [], 256)).Status);
        Assert.Equal(Golden.Text("checkpoints/256.cosigned.txt"), again.Newest(WitnessState.NameOf(Golden.Origin)));
        Assert.Null(again.Newest(WitnessState.NameOf("other.example/log")));
        Assert.Null(again.Newest("../witness.key"));
    }

    [Fact]
    public void A_fork_a_wrong_proof_and_a_wrong_empty_tree_are_not_signed()
    {
        var witness = Start();
        Assert.Equal(422, witness.Add(Request(0, [Golden.Heads()[1].Root.ToBase64()], 256)).Status);
        Assert.Equal(200, witness.Add(Request(0, [], 256)).Status);
        Assert.Equal(422, witness.Add(Request(256, [], 257)).Status);
        Assert.Equal(422, witness.Add(Forged(256, 256, Golden.Heads()[255].Root)).Status);
        Assert.Equal(422, witness.Add(Forged(256, 300, Golden.Heads()[511].Root)).Status);
        Assert.Equal(400, witness.Add(Request(257, [], 256)).Status);
        Assert.Equal(422, Start("empty").Add(Forged(0, 0, Golden.Heads()[1].Root)).Status);
        Assert.Equal(200, Start("empty").Add(Request(0, [], 0)).Status);
    }

    [Fact]
    public void A_log_it_does_not_know_and_a_signature_that_is_not_the_logs_are_refused()
    {
        using var other = new NoteSigner("other.example/log", NoteKey.Ed25519, Golden.LogSeed);
        using var forger = new NoteSigner(Golden.Origin, NoteKey.Ed25519, Golden.WitnessSeed);
        var head = Golden.Heads()[3];
        Assert.Equal(404, Start().Add(Body(0, Signed(other, new Checkpoint("other.example/log", head)))).Status);
        Assert.Equal(403, Start().Add(Body(0, Signed(forger, new Checkpoint(Golden.Origin, head)))).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("old 0")]
    [InlineData("old 0\n")]
    [InlineData("old 00\n\n")]
    [InlineData("old -1\n\n")]
    [InlineData("old 0 \n\n")]
    [InlineData("Old 0\n\n")]
    [InlineData("old 0\nnot base64\n\n")]
    [InlineData("old 0\n\nexample.org/golden-log\n")]
    public void A_malformed_request_is_refused(string body)
    {
        var checkpoint = body.EndsWith("\n\n", StringComparison.Ordinal) ? Golden.Text("checkpoints/3.txt") : "";
        Assert.Equal(400, Start().Add(Encoding.UTF8.GetBytes(body + checkpoint)).Status);
    }

    [Fact]
    public async Task Many_requests_at_once_never_get_two_roots_of_one_size_signed()
    {
        var witness = Start();
        var forged = Forged(0, 257, Golden.Heads()[256].Root);
        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(i =>
            Task.Run(() => (IsForged: i % 2 == 0, Answer: witness.Add(i % 2 == 0 ? forged : Request(0, [], 257))))));
        Assert.Single(answers.Where(answer => answer.Answer.Status == 200).Select(answer => answer.IsForged).Distinct());
    }

    [Fact]
    public async Task It_answers_on_the_web()
    {
        await using var app = WitnessHost.Create(Start(), [Golden.Origin], new Uri("http://127.0.0.1:0"));
        await app.StartAsync(Cancellation);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var body = new ByteArrayContent(Request(0, [], 257));
        var answer = await http.PostAsync(new Uri("/add-checkpoint", UriKind.Relative), body, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("\u2014 " + Golden.WitnessName, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        var monitor = new Uri($"/{WitnessState.NameOf(Golden.Origin)}/checkpoint", UriKind.Relative);
        Assert.Equal(Golden.Text("checkpoints/257.cosigned.txt"), await http.GetStringAsync(monitor, Cancellation));
        using var again = new ByteArrayContent(Request(0, [], 257));
        var conflict = await http.PostAsync(new Uri("/add-checkpoint", UriKind.Relative), again, Cancellation);
        Assert.Equal((HttpStatusCode.Conflict, WitnessAnswer.SizeType), (conflict.StatusCode, conflict.Content.Headers.ContentType?.ToString()));
        Assert.Equal("257\n", await conflict.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains(Golden.WitnessKeyText, await http.GetStringAsync(new Uri("/", UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }

    private static SignedNote Note(long size) => SignedNote.Parse(Golden.Bytes($"checkpoints/{size}.txt"))!;

    private static byte[] Request(long old, string[] proof, long size) =>
        new AddCheckpointRequest(old, proof.Select(Golden.Hash).ToList(), Golden.Text($"checkpoints/{size}.txt")).ToBytes();

    private static byte[] Forged(long old, long size, Hash256 root)
    {
        using var log = new NoteSigner(Golden.Origin, NoteKey.Ed25519, Golden.LogSeed);
        return Body(old, Signed(log, new Checkpoint(Golden.Origin, new TreeHead(size, root))));
    }

    private static string Signed(NoteSigner signer, Checkpoint checkpoint) =>
        new SignedNote(checkpoint.ToText(), [signer.Sign(checkpoint.ToText())]).ToString();

    private static byte[] Body(long old, string note) => new AddCheckpointRequest(old, [], note).ToBytes();

    private Witness Start(string name = "state")
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        var logs = new Dictionary<string, NoteVerifier> { [Golden.Origin] = _log };
        return new Witness(new WitnessState(folder), _signer, logs, new FixedClock());
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(Golden.CosignedAt);
    }
}
