using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Transparency.Audit.Tiles;

namespace Transparency.Audit.Tests.Tiles;

public sealed class TileTests
{
    [Theory]
    [InlineData(0, 0, 256, "tile/0/000")]
    [InlineData(0, 255, 256, "tile/0/255")]
    [InlineData(3, 1000, 256, "tile/3/x001/000")]
    [InlineData(63, 1234067, 7, "tile/63/x001/x234/067.p/7")]
    [InlineData(15, 455667, 256, "tile/15/x455/667")]
    [InlineData(Tile.Entries, 273, 112, "tile/entries/273.p/112")]
    public void A_tile_has_one_path(int level, long index, int width, string path)
    {
        var tile = new Tile(level, index, width);
        Assert.Equal(path, tile.Path);
        Assert.True(Tile.TryParse(path, out var read));
        Assert.Equal(tile, read);
    }

    [Theory]
    [InlineData("tile/0/0")]
    [InlineData("tile/0/00")]
    [InlineData("tile/00/000")]
    [InlineData("tile/64/000")]
    [InlineData("tile/-1/000")]
    [InlineData("tile/+1/000")]
    [InlineData("tile/0/1000")]
    [InlineData("tile/0/x000/001")]
    [InlineData("tile/0/001/000")]
    [InlineData("tile/0/x001")]
    [InlineData("tile/0/x001/x002")]
    [InlineData("tile/0/000.p/0")]
    [InlineData("tile/0/000.p/256")]
    [InlineData("tile/0/000.p/08")]
    [InlineData("tile/0/000.p/")]
    [InlineData("tile/0/000.p")]
    [InlineData("tile/0/000/")]
    [InlineData("tile/0/ 00")]
    [InlineData("/tile/0/000")]
    [InlineData("tile/data/000")]
    [InlineData("tile/0/../000")]
    [InlineData("tile/0/x999/x999/x999/x999/x999/x999/999")]
    [InlineData("")]
    [InlineData(null)]
    public void Any_other_spelling_is_no_tile(string? path) => Assert.False(Tile.TryParse(path, out _));

    [Fact]
    public void A_log_needs_exactly_the_golden_resources()
    {
        foreach (var row in Golden.Rows("roots.tsv"))
        {
            var paths = Tile.AllOf(long.Parse(row[0], CultureInfo.InvariantCulture)).Select(tile => tile.Path).Order(StringComparer.Ordinal).ToList();
            var digest = SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', paths) + "\n"));
            Assert.Equal(int.Parse(row[3], CultureInfo.InvariantCulture), paths.Count);
            Assert.Equal(row[4], Convert.ToHexStringLower(digest));
        }
    }

    [Fact]
    public void Every_tile_reads_back_from_its_path() =>
        Prop.ForAll(
            Gen.Choose(-1, 63).SelectMany(level => Gen.Choose(0, int.MaxValue).SelectMany(index =>
                Gen.Choose(1, 256).Select(width => new Tile(level, index, width)))).ToArbitrary(),
            tile => Tile.TryParse(tile.Path, out var read) && read == tile).QuickCheckThrowOnFailure();
}
