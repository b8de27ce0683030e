using Transparency.Core.Detections;

namespace Transparency.Ingest.Demonstration;

/// <summary>
/// Who drives down the street and when: two lanes, each with gaps and speeds of its own, nobody running into anybody. The same seed
/// and start give the same traffic. No plate here could be on the road: California's begin with 1 to 9, these with 0.
/// </summary>
internal sealed class Traffic
{
    /// <summary>How long a vehicle is remembered after it has left, for tests that compare.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromMinutes(30);

    private const string Letters = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private const string Digits = "0123456789";
    private const float SafeGap = 9;

    private static readonly VehicleColour[] Colours =
    [
        VehicleColour.White, VehicleColour.White, VehicleColour.White, VehicleColour.Black, VehicleColour.Black, VehicleColour.Silver,
        VehicleColour.Silver, VehicleColour.Grey, VehicleColour.Grey, VehicleColour.Blue, VehicleColour.Blue, VehicleColour.Red,
        VehicleColour.Red, VehicleColour.Green, VehicleColour.Brown, VehicleColour.Orange, VehicleColour.Yellow,
    ];

    private readonly TrafficNumbers _numbers;
    private readonly double _meanGap;
    private readonly double _pace;
    private readonly DateTimeOffset[] _next;
    private readonly StreetVehicle?[] _last = new StreetVehicle?[2];
    private readonly List<StreetVehicle> _vehicles = [];
    private long _count;

    /// <param name="seed">Of the traffic.</param>
    /// <param name="start">When it begins.</param>
    /// <param name="perMinute">Vehicles on both lanes together, on average; at most about thirty.</param>
    /// <param name="pace">1 for the speeds of a street in a city, less for slower traffic.</param>
    public Traffic(ulong seed, DateTimeOffset start, double perMinute, double pace = 1)
    {
        _pace = pace;
        _numbers = new TrafficNumbers(seed);
        _meanGap = 120 / perMinute;
        _next = [start.AddSeconds(1), start.AddSeconds(1 + _numbers.Between(0, _meanGap))];
    }

    /// <summary>Every vehicle that set out by now and is not forgotten, in the order they set out. Time must not run back.</summary>
    public IReadOnlyList<StreetVehicle> Until(DateTimeOffset now)
    {
        for (var lane = 0; lane < _next.Length; lane++)
        {
            while (_next[lane] <= now)
            {
                _vehicles.Add(_last[lane] = Make(lane, _next[lane], _last[lane]));

                // At least three seconds apart (more in slow traffic), and beyond that as chance will have it.
                var chance = -Math.Log(1 - _numbers.Next()) * Math.Max(.5, _meanGap - (3 / _pace));
                _next[lane] = _next[lane].AddSeconds((3 / _pace) + chance);
            }
        }

        _vehicles.RemoveAll(vehicle => now - vehicle.LeftAt > Memory);
        return _vehicles;
    }

    private StreetVehicle Make(int lane, DateTimeOffset start, StreetVehicle? ahead)
    {
        var speed = (float)(_numbers.Between(6, 13) * _pace);
        if (ahead is not null && ahead.DistanceAt(start) is < StreetVehicle.Vanishing and var distance)
        {
            speed = Math.Min(speed, (StreetVehicle.Vanishing - SafeGap) * ahead.Speed / (StreetVehicle.Vanishing - distance + SafeGap));
        }

        return new StreetVehicle
        {
            Number = ++_count,
            Plate = string.Concat("0", Letter(), Letter(), Letter(), Digit(), Digit(), Digit()),
            Colour = _numbers.Pick(Colours),
            Shape = _numbers.Pick(VehicleShape.All),
            Lane = lane,
            Speed = speed,
            Start = start,
        };
    }

    private string Letter() => _numbers.Pick(Letters).ToString();

    private string Digit() => _numbers.Pick(Digits).ToString();
}
