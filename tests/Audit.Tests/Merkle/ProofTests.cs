using System.Text.Json;
using Transparency.Audit.Merkle;

namespace Transparency.Audit.Tests.Merkle;

public sealed class ProofTests
{
    [Fact]
    public void Every_golden_inclusion_proof_verifies_and_none_of_its_distortions_does()
    {
        foreach (var vector in Golden.List<InclusionVector>("inclusion.json"))
        {
            var head = new TreeHead(vector.Size, Golden.Hash(vector.Root));
            var leaf = Golden.Hash(vector.LeafHash);
            var proof = vector.Proof.Select(Golden.Hash).ToList();
            Assert.True(InclusionProof.Verify(vector.Index, leaf, proof, head));
            Assert.False(InclusionProof.Verify(vector.Index, TreeHash.Empty, proof, head));
            Assert.False(InclusionProof.Verify(vector.Index, leaf, proof, head with { Root = leaf == head.Root ? TreeHash.Empty : leaf }));
            Assert.False(InclusionProof.Verify(vector.Size, leaf, proof, head));
            Assert.False(InclusionProof.Verify(-1, leaf, proof, head));
            Assert.False(InclusionProof.Verify(vector.Index, leaf, [.. proof, leaf], head));
            foreach (var distorted in Distortions(proof))
            {
                Assert.False(InclusionProof.Verify(vector.Index, leaf, distorted, head));
            }
        }
    }

    [Fact]
    public void Every_golden_consistency_proof_verifies_and_none_of_its_distortions_does()
    {
        foreach (var vector in Golden.List<ConsistencyVector>("consistency.json"))
        {
            var older = new TreeHead(vector.Old, Golden.Hash(vector.OldRoot));
            var newer = new TreeHead(vector.New, Golden.Hash(vector.NewRoot));
            var proof = vector.Proof.Select(Golden.Hash).ToList();
            Assert.True(ConsistencyProof.Verify(older, newer, proof));
            Assert.False(ConsistencyProof.Verify(older with { Root = TreeHash.Empty }, newer, proof));
            Assert.False(ConsistencyProof.Verify(older, newer with { Root = TreeHash.Empty }, proof));
            Assert.False(ConsistencyProof.Verify(older, newer, [.. proof, TreeHash.Empty]));
            foreach (var distorted in Distortions(proof))
            {
                Assert.False(ConsistencyProof.Verify(older, newer, distorted));
            }
        }
    }

    [Fact]
    public void A_log_never_shrinks() =>
        Assert.False(ConsistencyProof.Verify(new TreeHead(2, TreeHash.Empty), new TreeHead(1, TreeHash.Empty), []));

    [Fact]
    public void Third_party_proofs_are_judged_as_they_say()
    {
        var text = Golden.ThirdParty("merkle-proofs.json");
        Assert.SkipWhen(text is null, "The third-party vectors are not beside this checkout.");
        using var document = JsonDocument.Parse(text!);
        foreach (var vector in document.RootElement.GetProperty("inclusion").EnumerateArray())
        {
            var verified = Read(vector, "treeSize", "root") is { } head
                && vector.GetProperty("leafIdx").TryGetInt64(out var index)
                && Hash(vector.GetProperty("leafHash")) is { } leaf
                && Proof(vector) is { } proof
                && InclusionProof.Verify(index, leaf, proof, head);
            Assert.True(verified != vector.GetProperty("wantErr").GetBoolean(), vector.GetProperty("file").GetString());
        }
        foreach (var vector in document.RootElement.GetProperty("consistency").EnumerateArray())
        {
            var verified = Read(vector, "size1", "root1") is { } older
                && Read(vector, "size2", "root2") is { } newer
                && Proof(vector) is { } proof
                && ConsistencyProof.Verify(older, newer, proof);
            Assert.True(verified != vector.GetProperty("wantErr").GetBoolean(), vector.GetProperty("file").GetString());
        }
    }

    private static IEnumerable<List<Hash256>> Distortions(List<Hash256> proof)
    {
        for (var i = 0; i < proof.Count; i++)
        {
            var bytes = proof[i].ToArray();
            bytes[i % 32] ^= 0x10;
            yield return [.. proof[..i], new Hash256(bytes), .. proof[(i + 1)..]];
            yield return [.. proof[..i], .. proof[(i + 1)..]];
        }
    }

    private static TreeHead? Read(JsonElement vector, string size, string root) =>
        vector.GetProperty(size).TryGetInt64(out var entries) ? new TreeHead(entries, Root(vector.GetProperty(root))) : null;

    // Some vectors have words for roots; what matters is only whether the two are equal.
    private static Hash256 Root(JsonElement base64) => Hash(base64) ?? TreeHash.Sum(base64.GetBytesFromBase64());

    private static Hash256? Hash(JsonElement base64) => Hash256.TryParse(base64.GetString(), out var hash) ? hash : null;

    private static List<Hash256>? Proof(JsonElement vector)
    {
        var proof = vector.GetProperty("proof");
        var hashes = proof.ValueKind == JsonValueKind.Null ? [] : proof.EnumerateArray().Select(Hash).ToList();
        return hashes.Contains(null) ? null : hashes.Select(hash => hash!.Value).ToList();
    }
}

internal sealed record InclusionVector(long Index, long Size, string LeafHash, string Root, string[] Proof);

internal sealed record ConsistencyVector(long Old, long New, string OldRoot, string NewRoot, string[] Proof);
