using Transparency.Ingest.Recognition;
using Transparency.Ingest.Worker;

namespace Transparency.Ingest.Tests.Worker;

public sealed class MotionGateTests
{
    private readonly MotionGate _gate = new();

    [Fact]
    public void An_empty_street_does_not_move()
    {
        Assert.True(_gate.Moves(Street(100)));
        Assert.All(Enumerable.Range(0, 20), _ => Assert.False(_gate.Moves(Street(100))));
    }

    [Fact]
    public void A_vehicle_moves_and_one_that_stands_does_so_no_longer()
    {
        _gate.Moves(Street(100));

        Assert.True(_gate.Moves(Street(100, vehicleAt: 200)));
        Assert.True(_gate.Moves(Street(100, vehicleAt: 260)));
        for (var i = 0; i < 40; i++)
        {
            _gate.Moves(Street(100, vehicleAt: 300));
        }

        Assert.False(_gate.Moves(Street(100, vehicleAt: 300)));
    }

    [Fact]
    public void A_leaf_that_moves_without_end_leaves_the_gate_closed()
    {
        var street = Street(100);
        _gate.Moves(street);
        for (var frame = 0; frame < 40; frame++)
        {
            street.Grey.AsSpan((200 * 640) + 300, 40).Fill((byte)(frame % 2 == 0 ? 220 : 40));
            Assert.False(_gate.Moves(street));
        }
    }

    [Fact]
    public void Dusk_falling_slowly_is_no_motion()
    {
        _gate.Moves(Street(120));

        Assert.All(Enumerable.Range(1, 100), frame => Assert.False(_gate.Moves(Street((byte)(120 - (frame / 2))))));
    }

    [Fact]
    public void A_picture_of_another_size_counts_as_motion()
    {
        _gate.Moves(Street(100));

        Assert.True(_gate.Moves(new Frame { Width = 64, Height = 64, Grey = new byte[64 * 64], CapturedAt = DateTimeOffset.UnixEpoch }));
    }

    private static Frame Street(byte brightness, int? vehicleAt = null)
    {
        var luma = new byte[640 * 360];
        luma.AsSpan().Fill(brightness);
        for (var y = 150; vehicleAt is { } x && y < 250; y++)
        {
            luma.AsSpan((y * 640) + x, 120).Fill(220);
        }

        return new Frame { Width = 640, Height = 360, Grey = luma, CapturedAt = DateTimeOffset.UnixEpoch };
    }
}
