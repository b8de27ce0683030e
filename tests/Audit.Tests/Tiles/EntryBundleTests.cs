using FsCheck;
using FsCheck.Fluent;
using Transparency.Audit.Tiles;

namespace Transparency.Audit.Tests.Tiles;

public sealed class EntryBundleTests
{
    [Fact]
    public void What_is_bundled_comes_out_again_and_any_prefix_can_be_cut() =>
        Prop.ForAll(
            Gen.Choose(0, 300).SelectMany(length => Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf(length)).ArrayOf(20).ToArbitrary(),
            entries =>
            {
                var bundle = new List<byte>();
                foreach (var entry in entries)
                {
                    EntryBundle.Append(bundle, entry);
                }
                byte[] bytes = [.. bundle];
                var whole = EntryBundle.Split(bytes, entries.Length);
                var part = EntryBundle.Cut(bytes, 7) is { } cut ? EntryBundle.Split(cut, 7) : null;
                return whole!.Zip(entries).All(pair => pair.First.Span.SequenceEqual(pair.Second))
                    && part!.Zip(entries).All(pair => pair.First.Span.SequenceEqual(pair.Second));
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_bundle_too_short_or_too_long_for_its_width_is_none()
    {
        byte[] three = Golden.Bytes("log-257/tile/entries/000.p/3");
        Assert.NotNull(EntryBundle.Split(three, 3));
        Assert.Null(EntryBundle.Split(three, 2));
        Assert.Null(EntryBundle.Split(three, 4));
        Assert.Null(EntryBundle.Split(three.AsMemory(0, three.Length - 1), 3));
        Assert.Null(EntryBundle.Cut(three, 4));
        Assert.Equal(Golden.Bytes("log-257/tile/entries/000.p/2"), EntryBundle.Cut(three, 2)!.Value.ToArray());
    }
}
