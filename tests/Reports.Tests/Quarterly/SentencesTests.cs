using Transparency.Reports.Quarterly;

namespace Transparency.Reports.Tests.Quarterly;

public sealed class SentencesTests
{
    [Fact]
    public void The_week_is_described_by_what_was_measured()
    {
        Assert.Equal("Weekdays are busier: 10 vehicles on an average weekday, 4 on a weekend day",
            Sentences.WeekRhythm([new(new(2026, 7, 3), 10), new(new(2026, 7, 4), 4)]));
        Assert.Equal("Weekends are as busy as weekdays or busier: 10 vehicles on a weekend day, 10 on a weekday",
            Sentences.WeekRhythm([new(new(2026, 7, 3), 10), new(new(2026, 7, 4), 10)]));
        Assert.Equal("Cameras read 10 vehicles on an average day", Sentences.WeekRhythm([new(new(2026, 7, 3), 10), new(new(2026, 7, 4), null)]));
        Assert.Equal("Vehicles read each day", Sentences.WeekRhythm([]));
    }

    [Fact]
    public void The_most_frequent_is_named_with_its_share() =>
        Assert.Equal("“Stolen vehicle” was the most frequent purpose: 75.0 % of searches",
            Sentences.MostFrequent([new("Warrant", 1), new("Stolen vehicle", 3)], "purpose", "searches"));

    [Fact]
    public void Where_nothing_happened_nothing_is_called_most_frequent()
    {
        Assert.Equal("Searches by purpose", Sentences.MostFrequent([], "purpose", "searches"));
        Assert.Equal("No vehicle was read in any area", Sentences.BusiestArea([new("Harbor", 3, 0, null, [])]));
    }

    [Theory]
    [InlineData("Marisol Bay, California", "\"Marisol Bay\\00002c  California\"")]
    [InlineData("\"}</style>", "\"\\000022 \\00007d \\00003c \\00002f style\\00003e \"")]
    public void Text_cannot_leave_a_css_string(string text, string expected) => Assert.Equal(expected, CssText.Quote(text));
}
