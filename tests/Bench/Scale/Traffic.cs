using Transparency.Core.Detections;

namespace Transparency.Bench.Scale;

/// <summary>
/// A month of reads in the order of their numbers. The hours of a day carry what counts of city traffic show; a tenth of the vehicles are
/// on the road every day and make eight reads of ten, three tenths are seen now and then, the others once or twice. Three reads of a
/// hundred are wrong, and the same vehicle is mostly misread in the same few ways.
/// </summary>
internal sealed class Traffic
{
    public const int Days = 30;

    private const int Variants = 4;

    private static readonly double[] Hours =
        [1, .6, .4, .4, .7, 1.8, 4, 7, 7.5, 6, 5.2, 5.2, 5.5, 5.5, 5.8, 6.5, 7.5, 8, 6.8, 5, 3.8, 3, 2.2, 1.6];

    private readonly Fleet _fleet;
    private readonly DateTimeOffset _start;
    private readonly long[] _upTo = new long[(Days * 24) + 1];
    private Draw _draw;
    private long _done;
    private int _hour;

    public Traffic(Fleet fleet, long reads, DateTimeOffset end, ulong seed = 42)
    {
        _fleet = fleet;
        _start = end.AddDays(-Days);
        _draw = new Draw(seed);
        var (sum, all) = (0.0, Hours.Sum() * Days);
        for (var hour = 0; hour < Days * 24; hour++)
        {
            sum += Hours[hour % 24];
            _upTo[hour + 1] = (long)(reads * (sum / all));
        }

        _upTo[^1] = reads;
    }

    public PlannedRead Current { get; private set; }

    public bool MoveNext()
    {
        if (_done >= _upTo[^1])
        {
            return false;
        }

        while (_done >= _upTo[_hour + 1])
        {
            _hour++;
        }

        var share = (double)(_done - _upTo[_hour]) / (_upTo[_hour + 1] - _upTo[_hour]);
        Current = Next(_start.AddMilliseconds((long)((_hour + share) * 3_600_000)));
        return true;
    }

    /// <summary>The next read at an instant of its own, beyond the month: traffic that arrives while searches run.</summary>
    public PlannedRead Next(DateTimeOffset at)
    {
        var vehicle = Vehicle();
        var camera = _fleet.Camera(vehicle, ref _draw);
        var isMisread = _draw.Below(100) < 3;
        return new PlannedRead
        {
            Id = DetectionId.Create(at, camera % DetectionId.Nodes, (int)(_done++ % DetectionId.Sequences)).Value,
            Vehicle = vehicle,
            Variant = !isMisread ? 0 : _draw.Below(10) < 8 ? 1 + ((ulong)vehicle * Variants) + (ulong)_draw.Below(Variants) : _draw.Next() | (1UL << 63),
            Camera = camera,
            Confidence = isMisread ? 500 + _draw.Below(400) : 850 + _draw.Below(150),
            Direction = _draw.Below(3),
        };
    }

    private int Vehicle()
    {
        var (daily, sometimes) = (_fleet.Vehicles / 10, _fleet.Vehicles * 3 / 10);
        var share = _draw.Fraction();
        var within = _draw.Fraction();
        return share < 0.787 ? (int)(daily * within * Math.Sqrt(within))
            : share < 0.972 ? daily + (int)(sometimes * within)
            : daily + sometimes + (int)((_fleet.Vehicles - daily - sometimes) * within);
    }
}

/// <summary>One read before its plate is written out.</summary>
internal readonly record struct PlannedRead
{
    public required long Id { get; init; }

    public required int Vehicle { get; init; }

    /// <summary>0 for the plate as it is; otherwise which way it was misread.</summary>
    public required ulong Variant { get; init; }

    public required int Camera { get; init; }

    public required int Confidence { get; init; }

    public required int Direction { get; init; }

    public string Plate
    {
        get
        {
            var plate = Fleet.Plate(Vehicle);
            var draw = new Draw(Variant);
            return Variant == 0 ? plate : Fleet.Misread(plate, ref draw);
        }
    }
}
