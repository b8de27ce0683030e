using System.Globalization;
using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Transparency.Audit.Merkle;
using Transparency.Audit.Tiles;

namespace Transparency.Audit.Tests.Tiles;

public sealed class TreeGrowthTests
{
    private static readonly Lazy<Dictionary<string, byte[]>> Whole = new(() => Grow(Golden.Heads().Keys.Order().ToList()).Files);

    [Fact]
    public void Growing_through_every_golden_size_writes_every_golden_tile_and_bundle_byte_for_byte()
    {
        var heads = Golden.Heads();
        var (head, files) = Grow([.. heads.Keys.Order()]);
        Assert.Equal(heads[70_000], head);
        foreach (var row in Golden.Rows("manifest.tsv"))
        {
            Assert.Equal(int.Parse(row[1], CultureInfo.InvariantCulture), files[row[0]].Length);
            Assert.Equal(row[2], Convert.ToHexStringLower(SHA256.HashData(files[row[0]])));
        }
        Assert.Equal(Golden.Rows("manifest.tsv").Length, files.Count);
    }

    [Theory]
    [InlineData("log-257")]
    [InlineData("log-70000-part")]
    public void The_stored_golden_files_are_the_same_bytes(string folder)
    {
        foreach (var file in Golden.Files(folder))
        {
            var path = file[(file.IndexOf(folder, StringComparison.Ordinal) + folder.Length + 1)..];
            if (path != "checkpoint")
            {
                Assert.Equal(File.ReadAllBytes(file), Whole.Value[path]);
            }
        }
    }

    [Fact]
    public void However_entries_are_batched_the_tree_is_the_same() =>
        Prop.ForAll(
            Gen.Choose(0, 700).ListOf(4).ToArbitrary(),
            batches =>
            {
                var sizes = batches.Select((_, i) => (long)batches.Take(i + 1).Sum()).ToList();
                var (head, files) = Grow(sizes);
                var edge = new TreeEdge();
                for (var i = 0; i < sizes[^1]; i++)
                {
                    edge.Append(TreeHash.Leaf(Golden.Entry(i)));
                }
                return head == new TreeHead(sizes[^1], edge.Root()) && Tile.AllOf(head.Size).All(tile => files.ContainsKey(tile.Path));
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_tree_does_not_grow_from_a_damaged_edge()
    {
        var (head, files) = Grow([300]);
        foreach (var tile in Tile.PartialEdge(head.Size))
        {
            for (var i = 0; i < files[tile.Path].Length; i += 7)
            {
                files[tile.Path][i] ^= 1;
                Assert.Throws<InvalidDataException>(() => TreeGrowth.Append(head, Read, [Golden.Entry(300)]));
                files[tile.Path][i] ^= 1;
            }
        }
        Assert.Equal(301, TreeGrowth.Append(head, Read, [Golden.Entry(300)]).Head.Size);

        byte[]? Read(Tile tile) => files.GetValueOrDefault(tile.Path);
    }

    [Fact]
    public void An_entry_longer_than_the_format_carries_is_refused() =>
        Assert.Throws<ArgumentException>(() => TreeGrowth.Append(TreeHead.Empty, _ => null, [new byte[65_536]]));

    [Fact]
    public async Task Proofs_built_from_tiles_are_the_golden_proofs()
    {
        foreach (var vector in Golden.List<Merkle.InclusionVector>("inclusion.json"))
        {
            var proof = await Proofs(vector.Size).InclusionAsync(vector.Index);
            Assert.Equal(vector.Proof, proof.Select(hash => hash.ToBase64()));
        }
        foreach (var vector in Golden.List<Merkle.ConsistencyVector>("consistency.json"))
        {
            var proof = await Proofs(vector.New).ConsistencyAsync(vector.Old);
            Assert.Equal(vector.Proof, proof.Select(hash => hash.ToBase64()));
        }
    }

    private static TreeProofs Proofs(long size) => new(size, tile => Task.FromResult(Whole.Value[tile.Path]));

    private static (TreeHead Head, Dictionary<string, byte[]> Files) Grow(IReadOnlyList<long> sizes)
    {
        var (head, files) = (TreeHead.Empty, new Dictionary<string, byte[]>());
        foreach (var size in sizes)
        {
            var entries = Enumerable.Range((int)head.Size, (int)(size - head.Size)).Select(i => Golden.Entry(i)).ToList();
            var growth = TreeGrowth.Append(head, tile => files.GetValueOrDefault(tile.Path), entries);
            foreach (var file in growth.Files)
            {
                files.Add(file.Tile.Path, file.Bytes);
            }
            head = growth.Head;
        }
        return (head, files);
    }
}
