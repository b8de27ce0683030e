using FsCheck;
using FsCheck.Fluent;
using Transparency.Core.Detections;
using Transparency.Core.Searches;

namespace Transparency.Core.Tests.Searches;

public sealed class PlateIndexTests
{
    private static Gen<string> Text(string characters, int longest, int shortest = 1) =>
        from length in Gen.Choose(shortest, longest) from c in Gen.Elements(characters.ToCharArray()).ListOf(length) select string.Concat(c);

    private static Arbitrary<PlateLikeness> Likeness => Gen.Elements(Enum.GetValues<PlateLikeness>().Append((PlateLikeness)3).ToArray()).ToArbitrary();

    [Fact]
    public void A_packed_plate_unpacks_to_itself() =>
        Prop.ForAll(Text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 10).ToArbitrary(), plate => PackedPlate.Unpack(PackedPlate.Pack(plate)) == plate)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_index_finds_the_plates_that_the_pattern_matches_and_no_others() =>
        Prop.ForAll(Text("AB41?*", 10).ToArbitrary(), Likeness, Text("AB418", 10, PlateText.Shortest).ListOf(50).ToArbitrary(), (entered, likeness, drawn) =>
        {
            if (PlatePattern.Read(entered, 1, likeness).Pattern is not { } pattern)
            {
                return true;
            }

            // A text has one number.
            var plates = drawn.Distinct().ToList();
            var index = new PlateIndex();
            for (var i = 0; i < plates.Count; i++)
            {
                index.Add(i + 1, plates[i], 100 + i);
            }

            return index.Match(pattern, from: 110).SequenceEqual(
                Enumerable.Range(1, plates.Count).Where(plate => plate >= 11 && pattern.Matches(plates[plate - 1])));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void A_plate_seen_late_keeps_its_newest_detection()
    {
        var index = new PlateIndex();
        index.Add(5000, "7ABC123", 900);
        index.Add(5000, "7ABC123", 100);
        Assert.Equal((900, 900, 5001), (index.NewestOf(5000), index.Newest, index.End));
    }
}
