using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Transparency.Audit.Notes;

namespace Transparency.Audit.Tests.Notes;

public sealed class NoteTests : IDisposable
{
    private readonly NoteVerifier _log = new(Golden.Key(Golden.LogKeyText));
    private readonly NoteVerifier _witness = new(Golden.Key(Golden.WitnessKeyText));

    public void Dispose()
    {
        _log.Dispose();
        _witness.Dispose();
    }

    [Fact]
    public void Every_good_note_is_accepted_and_every_bad_one_refused()
    {
        foreach (var vector in Golden.List<NoteVector>("notes.json"))
        {
            var verdict = SignedNote.Parse(Convert.FromBase64String(vector.NoteBase64))?.Verify(_log, _witness);
            Assert.True((verdict?.Accepted ?? false) == vector.Accepted, vector.Name);
            var keys = verdict?.Verified.Select(verified => $"{verified.Key.Name}+{verified.Key.Id:x8}") ?? [];
            Assert.Equal(vector.Verified ?? [], keys);
        }
    }

    [Fact]
    public void Our_checkpoints_and_cosignatures_are_the_golden_ones_byte_for_byte()
    {
        using var log = new NoteSigner(Golden.Origin, NoteKey.Ed25519, Golden.LogSeed);
        using var witness = new NoteSigner(Golden.WitnessName, NoteKey.Cosignature, Golden.WitnessSeed);
        Assert.Equal(Golden.LogKeyText, log.Key.ToString());
        Assert.Equal(Golden.WitnessKeyText, witness.Key.ToString());
        foreach (var head in Golden.Heads().Values)
        {
            var text = new Checkpoint(Golden.Origin, head).ToText();
            var note = new SignedNote(text, [log.Sign(text)]);
            Assert.Equal(Golden.Text($"checkpoints/{head.Size}.txt"), note.ToString());
            var cosigned = note.With(witness.Cosign(text, Golden.CosignedAt)).ToString();
            Assert.Equal(Golden.Text($"checkpoints/{head.Size}.cosigned.txt"), cosigned);
            var verdict = SignedNote.Parse(Encoding.UTF8.GetBytes(cosigned))!.Verify(_log, _witness);
            Assert.Equal([null, Golden.CosignedAt], verdict.Verified.Select(verified => verified.CosignedAt));
            Assert.Equal(head, Checkpoint.Parse(note.Text)!.Head);
        }
    }

    [Fact]
    public void The_specifications_own_example_verifies()
    {
        const string Note = "This is an example message.\n\n" +
            "\u2014 example.com/foo Uw2QOvaSRR3P4UXdmR3RMwF5Q/JlQEN3XE60pUTzDVsTUWxlvzWUlYk/0JDuVfgWJeNZwFrhzFpYmSPVVwEZtrrM8gE=\n";
        var parsed = SignedNote.Parse(Encoding.UTF8.GetBytes(Note));
        Assert.NotNull(parsed);
        Assert.Equal(("example.com/foo", 0x530d903au), (parsed.Signatures[0].Name, parsed.Signatures[0].KeyId));
        Assert.Equal(Note, parsed.ToString());
    }

    [Fact]
    public void No_single_changed_byte_of_a_checkpoint_goes_unnoticed()
    {
        var bytes = Golden.Bytes("checkpoints/257.cosigned.txt");
        for (var i = 0; i < bytes.Length; i++)
        {
            foreach (var change in (byte[])[0x01, 0x20, 0x80])
            {
                bytes[i] ^= change;
                var verdict = SignedNote.Parse(bytes)?.Verify(_log, _witness);
                // A change to a signature line's name or key id makes it an unknown key's; then only the other has signed.
                Assert.True(verdict is not { Accepted: true, Verified.Count: 2 }, $"byte {i} changed by {change}");
                bytes[i] ^= change;
            }
        }
    }

    [Fact]
    public void Any_text_of_lines_that_is_signed_reads_back_and_verifies()
    {
        using var log = new NoteSigner(Golden.Origin, NoteKey.Ed25519, Golden.LogSeed);
        var character = Gen.Elements([.. "ab \u2014+=\u00e9\u4e2d", '\n', '\n']);
        Prop.ForAll(
            character.ArrayOf(40).ToArbitrary(),
            characters =>
            {
                var text = new string(characters) + "\n";
                var note = new SignedNote(text, [log.Sign(text)]);
                var read = SignedNote.Parse(Encoding.UTF8.GetBytes(note.ToString()));
                return read is not null && read.Text == text && read.Verify(_log).Accepted;
            }).QuickCheckThrowOnFailure();
    }
}

internal sealed record NoteVector(string Name, string NoteBase64, bool Accepted, string[]? Verified);
