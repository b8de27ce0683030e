using Transparency.Core.Detections;

namespace Transparency.Core.Tests.Detections;

public sealed class PlateTextTests
{
    [Theory]
    [InlineData("7abc123", "7ABC123")]
    [InlineData(" 7ABC-123 ", "7ABC123")]
    [InlineData("7ABC·123", "7ABC123")]
    [InlineData("MÜ NX 42", "MUNX42")]
    [InlineData("７ＡＢＣ１２３", "7ABC123")]
    [InlineData("<b>7ABC</b>", "B7ABCB")]
    public void A_plate_is_kept_in_capitals_and_digits_alone(string raw, string kept)
    {
        Assert.True(PlateText.TryParse(raw, out var plate));
        Assert.Equal(kept, plate.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("---")]
    [InlineData("ABCDEFGHIJK")]
    [InlineData("АВС123")]
    [InlineData("車123")]
    [InlineData("AB\ud83d12")]
    public void What_cannot_be_a_plate_is_refused_and_not_guessed_at(string? raw) => Assert.False(PlateText.TryParse(raw, out _));

    [Fact]
    public void A_text_of_a_million_characters_is_refused() => Assert.False(PlateText.TryParse(new string('A', 1_000_000), out _));

    [Theory]
    [InlineData("0OQD", "0000")]
    [InlineData("1IL", "111")]
    [InlineData("8B5S2Z6G7T4A", "885522667744")]
    [InlineData("UVMNW", "UUMMM")]
    [InlineData("CEFHJKPRXY39", "CEFHJKPRXY39")]
    public void Look_alike_characters_fold_into_one(string text, string skeleton) => Assert.Equal(skeleton, PlateText.SkeletonOf(text));

    [Fact]
    public void Candidates_are_written_and_read_back_without_what_cannot_be_a_plate()
    {
        var written = PlateCandidates.Write([new("ABC123", 71), new("<script>", 20), new("A", 5), new("a8c 123", 12)]);
        Assert.Equal("ABC123:71 SCRIPT:20 A8C123:12", written);
        Assert.Equal([new("ABC123", 71), new("SCRIPT", 20), new("A8C123", 12)], PlateCandidates.Read(written));
    }
}
