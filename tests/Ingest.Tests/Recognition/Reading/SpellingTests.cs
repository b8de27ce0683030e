using Transparency.Ingest.Recognition.Reading;

namespace Transparency.Ingest.Tests.Recognition.Reading;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("7ABC103", "7ABC103")]
    [InlineData("A0C1234", "AOC1234")]
    [InlineData("BALL00N", "BALLOON")]
    [InlineData("0000", "0000")]
    [InlineData("MAX2000", "MAX2000")]
    public void A_zero_becomes_the_letter_where_the_plate_has_a_letter(string read, string spelled) => Assert.Equal(spelled, Spelling.Spell(read));

    [Fact]
    public void A_format_makes_a_text_likelier_and_forbids_none()
    {
        Assert.True(PlateFormats.Log("7ABC123") > PlateFormats.Log("7AB1C23"));
        Assert.True(double.IsFinite(PlateFormats.Log("Q")));
        Assert.True(double.IsFinite(PlateFormats.Log("WWWWWWWWWWWW")));
    }
}
