using FsCheck;
using FsCheck.Fluent;
using Transparency.Core.Detections;

namespace Transparency.Core.Tests.Detections;

public sealed class DetectionIdTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, 123, TimeSpan.Zero);

    private static Arbitrary<(DateTimeOffset At, int Node, int Sequence)> Parts =>
        (from ms in Gen.Choose(0, int.MaxValue)
         from stretch in Gen.Choose(0, 2000)
         from node in Gen.Choose(0, DetectionId.Nodes - 1)
         from sequence in Gen.Choose(0, DetectionId.Sequences - 1)
         select (new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMilliseconds((long)ms * stretch), node, sequence)).ToArbitrary();

    [Fact]
    public void A_number_gives_back_the_time_node_and_sequence_it_was_made_of() =>
        Prop.ForAll(Parts, parts =>
        {
            var id = DetectionId.Create(parts.At, parts.Node, parts.Sequence);
            return id.CapturedAt == parts.At && id.Node == parts.Node && id.Sequence == parts.Sequence && id.Value >= 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Numbers_sort_by_capture_time_whatever_node_made_them() =>
        Prop.ForAll(Parts, Parts, (a, b) =>
            a.At == b.At || (a.At < b.At) == (DetectionId.Create(a.At, a.Node, a.Sequence) < DetectionId.Create(b.At, b.Node, b.Sequence)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_window_holds_exactly_the_numbers_captured_in_it() =>
        Prop.ForAll(Parts, Parts, (a, edge) =>
            (DetectionId.Create(a.At, a.Node, a.Sequence) >= DetectionId.Floor(edge.At)) == (a.At >= edge.At)).QuickCheckThrowOnFailure();

    [Fact]
    public void An_instant_between_two_milliseconds_belongs_to_the_next_one()
    {
        Assert.Equal(DetectionId.Create(Noon.AddMilliseconds(1), 0, 0), DetectionId.Floor(Noon.AddTicks(1)));
        Assert.Equal(DetectionId.Create(Noon, 0, 0), DetectionId.Floor(Noon));
    }

    [Fact]
    public void Instants_before_2020_and_past_the_end_are_the_least_and_the_greatest_number()
    {
        Assert.Equal(0, DetectionId.Floor(DateTimeOffset.MinValue).Value);
        Assert.Equal(long.MaxValue, DetectionId.Floor(DateTimeOffset.MaxValue).Value);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(DetectionId.Nodes, 0)]
    [InlineData(0, -1)]
    [InlineData(0, DetectionId.Sequences)]
    public void What_does_not_fit_is_an_error(int node, int sequence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DetectionId.Create(Noon, node, sequence));

    [Fact]
    public void A_time_before_2020_is_an_error() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DetectionId.Create(new DateTimeOffset(2019, 12, 31, 0, 0, 0, TimeSpan.Zero), 0, 0));

    [Fact]
    public void Two_thousand_cars_in_one_millisecond_get_different_numbers()
    {
        var ids = new DetectionIds(node: 3);
        Assert.Equal(DetectionId.Sequences, Enumerable.Range(0, DetectionId.Sequences).Select(_ => ids.Next(Noon)).Distinct().Count());
    }

    [Fact]
    public void A_clock_that_jumps_back_does_not_repeat_a_number()
    {
        var ids = new DetectionIds(node: 3);
        var before = ids.Next(Noon);
        ids.Next(Noon.AddSeconds(5));
        Assert.NotEqual(before, ids.Next(Noon));
    }
}
