using System.Text.Json;
using Transparency.Audit.Merkle;
using Transparency.Audit.Tiles;

namespace Transparency.Audit.Tests.Merkle;

public sealed class TreeHashTests
{
    [Fact]
    public void The_eight_classic_leaves_give_the_roots_everybody_publishes()
    {
        using var vectors = JsonDocument.Parse(Golden.Text("rfc6962-8.json"));
        var roots = Strings(vectors, "roots_hex_by_size_0_to_8");
        var edge = new TreeEdge();
        Assert.Equal(roots[0], edge.Root().ToString());
        foreach (var (leaf, root) in Strings(vectors, "leaves_hex").Zip(roots[1..]))
        {
            edge.Append(TreeHash.Leaf(Convert.FromHexString(leaf)));
            Assert.Equal(root, edge.Root().ToString());
        }
    }

    [Fact]
    public void Every_golden_root_is_reproduced_up_to_seventy_thousand_entries()
    {
        var heads = Golden.Heads();
        var edge = new TreeEdge();
        for (long size = 0; size <= heads.Keys.Max(); size++)
        {
            if (heads.TryGetValue(size, out var head))
            {
                Assert.Equal(head.Root, edge.Root());
            }
            edge.Append(TreeHash.Leaf(Golden.Entry(size)));
        }
    }

    [Theory]
    [InlineData(2047)]
    [InlineData(2048)]
    [InlineData(65_535)]
    public void A_leaf_hash_is_the_same_whatever_way_a_long_entry_takes(int length)
    {
        var entry = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();
        Assert.Equal(TreeHash.Sum([0, .. entry]), TreeHash.Leaf(entry));
    }

    private static string[] Strings(JsonDocument document, string name) =>
        document.RootElement.GetProperty(name).EnumerateArray().Select(item => item.GetString()!).ToArray();
}
