using FsCheck;
using FsCheck.Fluent;
using Transparency.Ingest.Tracking;

namespace Transparency.Ingest.Tests.Tracking;

public sealed class PlateVoteTests
{
    [Fact]
    public void Positions_are_decided_one_by_one_so_the_result_may_be_a_text_nobody_read()
    {
        var vote = new PlateVote();
        vote.Add("8ABC12X", .8f);
        vote.Add("8AXC123", .8f);
        vote.Add("BABC123", .8f);

        Assert.Equal("8ABC123", vote.Result.Text);
    }

    [Fact]
    public void A_reading_that_lost_a_character_does_not_shift_the_others()
    {
        var vote = new PlateVote();
        vote.Add("8ABC123", .8f);
        vote.Add("ABC123", .8f);
        vote.Add("8ABC12", .8f);

        Assert.Equal("8ABC123", vote.Result.Text);
    }

    [Fact]
    public void A_character_most_readings_have_too_much_of_stays_and_one_that_few_have_goes()
    {
        var vote = new PlateVote();
        vote.Add("8ABC123", .9f);
        vote.Add("I8ABC123", .5f);
        vote.Add("8ABC123", .9f);

        Assert.Equal("8ABC123", vote.Result.Text);
    }

    [Fact]
    public void One_sure_reading_outweighs_two_doubtful_ones()
    {
        var vote = new PlateVote();
        vote.Add("8ABC123", .95f);
        vote.Add("8ABG123", .5f);
        vote.Add("8ABG123", .5f);

        Assert.Equal("8ABC123", vote.Result.Text);
        Assert.Equal("8ABG123", Assert.Single(vote.Result.Others).Text);
    }

    [Fact]
    public void The_confidence_of_each_character_counts_where_the_reader_tells_it()
    {
        var vote = new PlateVote();
        vote.Add("8ABC123", .8f, [1, 1, 1, .2f, 1, 1, 1]);
        vote.Add("8ABG123", .7f, [1, 1, 1, .9f, 1, 1, 1]);

        Assert.Equal("8ABG123", vote.Result.Text);
    }

    [Fact]
    public void Agreement_raises_confidence_and_dissent_lowers_it()
    {
        var (agreed, disputed) = (new PlateVote(), new PlateVote());
        agreed.Add("8ABC123", .7f);
        agreed.Add("8ABC123", .7f);
        disputed.Add("8ABC123", .7f);
        disputed.Add("8ABG123", .7f);

        Assert.True(agreed.Result.Confidence > .7);
        Assert.True(disputed.Result.Confidence < .7);
    }

    [Fact]
    public void An_empty_vote_says_nothing() => Assert.Equal(("", 0d), (new PlateVote().Result.Text, new PlateVote().Result.Confidence));

    [Fact]
    public void Any_readings_give_a_confidence_between_0_and_1_and_shares_that_do_not_exceed_the_whole()
    {
        var texts = Gen.Choose(0, 10).SelectMany(length => Gen.Elements("0123ABC".ToCharArray()).ArrayOf(length)).Select(c => new string(c));
        Prop.ForAll(texts.ListOf().ToArbitrary(), readings =>
        {
            var vote = new PlateVote();
            var confidence = .1f;
            foreach (var text in readings)
            {
                vote.Add(text, confidence = (confidence * 7) % 1);
            }

            return vote.Result.Confidence is >= 0 and <= 1 && vote.Result.Others.Sum(other => other.Share) <= 1.0001;
        }).QuickCheckThrowOnFailure();
    }
}
