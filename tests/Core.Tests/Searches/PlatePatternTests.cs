using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Transparency.Core.Searches;

namespace Transparency.Core.Tests.Searches;

public sealed class PlatePatternTests
{
    [Theory]
    [InlineData("7abc123", "7ABC123", "full-plate")]
    [InlineData(" 7ABC-123 ", "7ABC123", "full-plate")]
    [InlineData("7ABC*", "7ABC*", "partial-plate")]
    [InlineData("**ABC***", "*ABC*", "partial-plate")]
    [InlineData("7AB?12?", "7AB?12?", "pattern")]
    [InlineData("7A*23", "7A*23", "pattern")]
    public void A_pattern_is_normalised_and_told_its_shape(string entered, string text, string shape)
    {
        var (pattern, refusal) = PlatePattern.Read(entered, minimumKnown: 2);
        Assert.Null(refusal);
        Assert.Equal((text, shape), (pattern!.Text, pattern.Shape));
    }

    [Theory]
    [InlineData("*", SearchRefusal.PlateOnlyWildcards)]
    [InlineData("?", SearchRefusal.PlateOnlyWildcards)]
    [InlineData("??*??", SearchRefusal.PlateOnlyWildcards)]
    [InlineData("- . -", SearchRefusal.PlateOnlyWildcards)]
    [InlineData("A*", SearchRefusal.PlateTooVague)]
    [InlineData("?????7?", SearchRefusal.PlateTooVague)]
    [InlineData("ABCDEFGHIJK", SearchRefusal.PlateTooLong)]
    [InlineData("AB?????????", SearchRefusal.PlateTooLong)]
    [InlineData("7ABC%", SearchRefusal.PlateInvalid)]
    [InlineData("7ABC_12", SearchRefusal.PlateInvalid)]
    [InlineData("' or 1=1 --", SearchRefusal.PlateInvalid)]
    [InlineData("<b>7ABC</b>", SearchRefusal.PlateInvalid)]
    [InlineData("7АВС123", SearchRefusal.PlateInvalid)]
    [InlineData("7ABC\n123", SearchRefusal.PlateInvalid)]
    public void A_pattern_that_asks_nothing_or_cannot_be_one_is_refused_with_help(string entered, string code)
    {
        var (pattern, refusal) = PlatePattern.Read(entered, minimumKnown: 2);
        Assert.Null(pattern);
        Assert.Equal(code, refusal!.Code);
        Assert.EndsWith(".", refusal.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void A_million_characters_are_too_long() =>
        Assert.Equal(SearchRefusal.PlateTooLong, PlatePattern.Read(new string('*', 1_000_000), 2).Refusal!.Code);

    [Theory]
    [InlineData("7ABC123", "7ABC123", true)]
    [InlineData("7ABC123", "7ABC1234", false)]
    [InlineData("7ABC*", "7ABC", true)]
    [InlineData("*ABC*", "7ABC123", true)]
    [InlineData("7A?C123", "7ABC123", true)]
    [InlineData("7A?C123", "7AC123", false)]
    [InlineData("7ABC?", "7ABC", false)]
    [InlineData("A*B*C", "AXXBYYC", true)]
    [InlineData("A*BC", "ABXBC", true)]
    [InlineData("*A?C", "7ABCABC", true)]
    public void A_question_mark_is_one_character_and_a_star_any_number(string entered, string plate, bool fits) =>
        Assert.Equal(fits, PlatePattern.Read(entered, 1).Pattern!.Matches(plate));

    [Theory]
    [InlineData("7ABC123", PlateLikeness.LookAlikes, "T48CLZ3", true)]
    [InlineData("7A?C*", PlateLikeness.LookAlikes, "T4XC", true)]
    [InlineData("7ABC123", PlateLikeness.LookAlikes, "7ABC124", false)]
    [InlineData("7ABC123", PlateLikeness.OneOff, "7ABC124", true)]
    [InlineData("7ABC123", PlateLikeness.OneOff, "7ABC12", true)]
    [InlineData("7ABC123", PlateLikeness.OneOff, "X7ABC123", true)]
    [InlineData("7ABC123", PlateLikeness.OneOff, "T48C123", false)]
    [InlineData("7ABC123", PlateLikeness.OneOff | PlateLikeness.LookAlikes, "T48C123", true)]
    [InlineData("7ABC123", PlateLikeness.OneOff | PlateLikeness.LookAlikes, "T48C124", false)]
    public void A_plate_like_it_fits_where_that_is_asked(string entered, PlateLikeness likeness, string plate, bool fits) =>
        Assert.Equal(fits, PlatePattern.Read(entered, 1, likeness).Pattern!.Matches(plate));

    [Fact]
    public void One_character_off_needs_a_full_plate() =>
        Assert.Equal(SearchRefusal.PlateNotFull, PlatePattern.Read("7ABC?", 1, PlateLikeness.OneOff).Refusal!.Code);

    [Fact]
    public void One_character_off_is_one_replaced_added_or_left_out()
    {
        var texts = from length in Gen.Choose(1, 5) from c in Gen.Elements('A', 'B', '1').ListOf(length) select string.Concat(c);
        Prop.ForAll(texts.ToArbitrary(), texts.ToArbitrary(), (one, other) =>
            OneCharacterOff.Is(one, other) == (Distance(one, other) <= 1)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static int Distance(string one, string other) => one.Length == 0 ? other.Length
        : other.Length == 0 ? one.Length
        : new[]
        {
            Distance(one[1..], other) + 1, Distance(one, other[1..]) + 1, Distance(one[1..], other[1..]) + (one[0] == other[0] ? 0 : 1),
        }.Min();

    [Fact]
    public void Matching_agrees_with_a_regular_expression()
    {
        var texts = from length in Gen.Choose(1, 8) from c in Gen.Elements('A', 'B', '1').ListOf(length) select string.Concat(c);
        var patterns = from length in Gen.Choose(1, 8) from c in Gen.Elements('A', 'B', '1', '?', '*').ListOf(length) select string.Concat(c);
        Prop.ForAll(patterns.ToArbitrary(), texts.ToArbitrary(), (entered, plate) =>
        {
            var pattern = PlatePattern.Read(entered, 1).Pattern;
            return pattern is null || pattern.Matches(plate) == Regex.IsMatch(plate, $"^{entered.Replace("*", ".*").Replace('?', '.')}$");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
