using System.Text;
using Transparency.Audit.Merkle;
using Transparency.Audit.Notes;

namespace Transparency.Audit.Tests.Notes;

public sealed class TlogProofTests
{
    [Fact]
    public void Every_golden_proof_file_reads_writes_the_same_and_verifies()
    {
        using var log = new NoteVerifier(Golden.Key(Golden.LogKeyText));
        var files = Golden.Files("tlog-proofs").ToList();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            var proof = TlogProof.Parse(text);
            Assert.NotNull(proof);
            Assert.Equal(text, proof.ToString());
            Assert.True(proof.Verify(TreeHash.Leaf(Golden.Entry(proof.Index)), Golden.Origin, log));
            Assert.False(proof.Verify(TreeHash.Leaf(Golden.Entry(proof.Index + 1)), Golden.Origin, log));
            Assert.False(proof.Verify(TreeHash.Leaf(Golden.Entry(proof.Index)), "example.org/other-log", log));
            Assert.True(proof.Extra is null || proof.Extra.AsSpan().SequenceEqual(Golden.Entry(proof.Index)));
        }
    }

    [Fact]
    public void No_changed_byte_of_a_proof_file_verifies_except_in_what_nobody_vouches_for()
    {
        using var log = new NoteVerifier(Golden.Key(Golden.LogKeyText));
        var leaf = TreeHash.Leaf(Golden.Entry(128));
        var bytes = Golden.Bytes("tlog-proofs/128-of-257.tlog-proof");
        var text = Encoding.UTF8.GetString(bytes);
        var extra = text.IndexOf("extra ", StringComparison.Ordinal) + 6;
        var cosignature = Encoding.UTF8.GetByteCount(text[..text.LastIndexOf('\u2014')]);
        for (var i = 0; i < cosignature; i++)
        {
            if (i >= extra && bytes[i] != '\n' && i < extra + 16)
            {
                continue;
            }
            bytes[i] ^= 1;
            Assert.False(TlogProof.Parse(Encoding.UTF8.GetString(bytes))?.Verify(leaf, Golden.Origin, log) ?? false, $"byte {i}");
            bytes[i] ^= 1;
        }
    }
}
