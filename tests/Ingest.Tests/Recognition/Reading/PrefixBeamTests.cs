using Transparency.Ingest.Recognition.Reading;

namespace Transparency.Ingest.Tests.Recognition.Reading;

public sealed class PrefixBeamTests
{
    [Theory]
    [InlineData("A-B-C", "ABC")]
    [InlineData("AAABBB", "AB")]
    [InlineData("11-11", "11")]
    [InlineData("-----", "")]
    public void Repeats_on_neighbouring_columns_are_one_character_and_a_blank_parts_them(string columns, string expected)
    {
        var texts = Search(columns, 12);

        Assert.Equal(expected, texts[0].Text);
    }

    [Fact]
    public void Probabilities_are_summed_over_all_paths_to_a_text()
    {
        // Two columns, A and blank equally likely: "A" has three of the four paths.
        var scores = new float[Symbols.Count * 2];
        Array.Fill(scores, -50);
        foreach (var symbol in (int[])[Symbols.All.IndexOf('A', StringComparison.Ordinal), Symbols.Blank])
        {
            (scores[symbol * 2], scores[(symbol * 2) + 1]) = (1, 1);
        }

        var texts = new List<(string Text, double Log)>();
        new PrefixBeam().Search(scores, 2, texts);

        Assert.Equal("A", texts[0].Text);
        Assert.Equal(.75, Math.Exp(texts[0].Log), 1e-3);
        Assert.Equal(.25, Math.Exp(texts[1].Log), 1e-3);
    }

    [Fact]
    public void No_text_grows_past_the_longest()
    {
        var texts = Search("1-2-3-4-5-6-7-8-9-A-B-C-D", 9);

        Assert.All(texts, t => Assert.True(t.Text.Length <= PrefixBeam.LongestText));
    }

    private static List<(string Text, double Log)> Search(string columns, float sureness)
    {
        var scores = new float[Symbols.Count * columns.Length];
        for (var x = 0; x < columns.Length; x++)
        {
            var symbol = columns[x] == '-' ? Symbols.Blank : Symbols.All.IndexOf(columns[x], StringComparison.Ordinal);
            scores[(symbol * columns.Length) + x] = sureness;
        }

        var texts = new List<(string Text, double Log)>();
        new PrefixBeam().Search(scores, columns.Length, texts);
        return texts;
    }
}
