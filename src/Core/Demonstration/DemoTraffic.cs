using Transparency.Core.Detections;

namespace Transparency.Core.Demonstration;

/// <summary>One vehicle passing one camera.</summary>
/// <param name="Id">Made from the instant, the camera and a sequence.</param>
/// <param name="Camera">The camera.</param>
/// <param name="Vehicle">The vehicle.</param>
/// <param name="Plate">What the camera read: the vehicle's plate, or now and then another.</param>
/// <param name="Confidence">Per mille.</param>
/// <param name="IsHit">The vehicle is on a hot list.</param>
internal sealed record DemoPassing(DetectionId Id, DemoCamera Camera, DemoVehicle Vehicle, string Plate, int Confidence, bool IsHit);

/// <summary>
/// Draws the traffic of one day: commuters who pass at nearly the same minute every weekday, residents who pass now and then, and
/// visitors who pass once. A day's draw depends on the seed and that day alone.
/// </summary>
internal sealed class DemoTraffic
{
    // About one read in a thousand is of a listed vehicle.
    private const double HitShare = 0.0011;
    private const double MisreadShare = 0.006;

    private readonly DemoCalendar _calendar;
    private readonly DemoOutages _outages;
    private readonly SeededRandom _random;
    private readonly IReadOnlyList<DemoVehicle> _listed;
    private readonly IReadOnlyList<DemoVehicle> _residents;
    private readonly ILookup<int, Trip> _commuters;
    private readonly DateOnly _laterCamerasLive;

    public DemoTraffic(
        DemoCalendar calendar, DemoOutages outages, SeededRandom random, IReadOnlyList<DemoVehicle> listed, DateOnly laterCamerasLive)
    {
        (_calendar, _outages, _random, _listed, _laterCamerasLive) = (calendar, outages, random, listed, laterCamerasLive);
        var population = new DemoVehicles(random.For("population"));
        _residents = population.Make(9_000);
        _commuters = Commuters(population.Make(1_500), random.For("commuters")).ToLookup(trip => trip.Camera);
    }

    private sealed record Trip(int Camera, DemoVehicle Vehicle, double Hour);

    /// <summary>Everything that passed on a day, in the order of the cameras; today's as far as it has gone.</summary>
    public IEnumerable<DemoPassing> Day(DateOnly day) => DemoPlaces.Cameras
        .Where(camera => !camera.IsLater || day >= _laterCamerasLive)
        .SelectMany(camera => Day(day, camera));

    private static IEnumerable<Trip> Commuters(IReadOnlyList<DemoVehicle> vehicles, SeededRandom random)
    {
        foreach (var vehicle in vehicles)
        {
            yield return new Trip(random.Pick(DemoPlaces.Cameras).Number, vehicle, 7.6 + (random.Normal() * 0.8));
            yield return new Trip(random.Pick(DemoPlaces.Cameras).Number, vehicle, 17.3 + (random.Normal() * 0.9));
        }
    }

    private IEnumerable<DemoPassing> Day(DateOnly day, DemoCamera camera)
    {
        var random = _random.For($"{day.DayNumber} {camera.Number}");
        var count = (int)(camera.ReadsPerDay * DemoRhythm.Day(camera.Area, day) * (1 + (random.Normal() * 0.04)));
        var hours = DemoRhythm.Hours(camera.Area, day);
        var visitors = new DemoVehicles(random.For("visitors"));
        var commuting = DemoCalendar.IsWeekend(day) ? 0.08 : 0.82;
        var sequence = 0;
        foreach (var trip in _commuters[camera.Number].Where(_ => random.Chance(commuting)))
        {
            if (Pass(day, camera, trip.Vehicle, Math.Clamp(trip.Hour + (random.Normal() * 0.12), 0.5, 23.5), sequence++, random) is { } passing)
            {
                yield return passing;
            }
        }

        while (sequence < count)
        {
            var hour = random.Weighted(hours) + random.Fraction();
            var vehicle = random.Chance(0.62) ? Resident(camera, random) : visitors.Make();
            if (Pass(day, camera, vehicle, hour, sequence++, random) is { } passing)
            {
                yield return passing;
            }
        }
    }

    // Residents of an area pass its own cameras more often than others.
    private DemoVehicle Resident(DemoCamera camera, SeededRandom random)
    {
        var share = _residents.Count / DemoPlaces.Cameras.Count;
        return random.Chance(0.7)
            ? _residents[((camera.Number - 1) * share) + (int)(Math.Pow(random.Fraction(), 1.6) * share)]
            : random.Pick(_residents);
    }

    private DemoPassing? Pass(DateOnly day, DemoCamera camera, DemoVehicle vehicle, double hour, int sequence, SeededRandom random)
    {
        var at = _calendar.At(day, hour);
        if (at >= _calendar.StartOf(day.AddDays(1)))
        {
            // The day the clocks go forward has no 24th hour.
            at = at.AddHours(-1);
        }

        var isHit = random.Chance(HitShare);
        var isMisread = random.Chance(MisreadShare);
        var seen = isHit ? random.Pick(_listed) : vehicle;
        var confidence = Math.Clamp((int)(962 + (random.Normal() * 24)), 620, 999) - (isMisread ? 210 : 0);
        return at > _calendar.Now || _outages.IsOut(camera.Number, at)
            ? null
            : new DemoPassing(
                DetectionId.Create(at, camera.Number, sequence % DetectionId.Sequences),
                camera,
                seen,
                isMisread && !isHit ? seen.Misread : seen.Plate,
                confidence,
                isHit);
    }
}
