using Transparency.Ingest.Demonstration;

namespace Transparency.Ingest.Tests.Demonstration;

public sealed class TrafficTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 20, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_same_seed_gives_the_same_traffic() =>
        Assert.Equal(new Traffic(5, Start, 14).Until(Start.AddMinutes(5)), new Traffic(5, Start, 14).Until(Start.AddMinutes(5)));

    [Fact]
    public void There_are_about_as_many_vehicles_as_asked_for_in_both_lanes()
    {
        var vehicles = new Traffic(6, Start, 14).Until(Start.AddMinutes(20));

        Assert.InRange(vehicles.Count, 220, 340);
        Assert.InRange(vehicles.Count(vehicle => vehicle.Lane == 0), 100, 180);
    }

    [Fact]
    public void Nobody_drives_through_the_vehicle_ahead()
    {
        var traffic = new Traffic(7, Start, 30);
        for (var second = 0; second < 600; second++)
        {
            var now = Start.AddSeconds(second);
            foreach (var lane in traffic.Until(now).Where(vehicle => vehicle.DistanceAt(now) < StreetVehicle.Vanishing).GroupBy(vehicle => vehicle.Lane))
            {
                var distances = lane.OrderBy(vehicle => vehicle.Start).Select(vehicle => vehicle.DistanceAt(now)).ToList();
                Assert.All(distances.Zip(distances.Skip(1)), pair => Assert.True(pair.First > pair.Second + 3));
            }
        }
    }

    [Fact]
    public void Speeds_vary_and_sometimes_two_plates_are_in_view_at_once()
    {
        var vehicles = new Traffic(8, Start, 14).Until(Start.AddMinutes(10)).ToList();

        Assert.True(vehicles.Max(vehicle => vehicle.Speed) > 1.5 * vehicles.Min(vehicle => vehicle.Speed));
        Assert.Contains(vehicles, a => vehicles.Any(b => a != b && a.EnteredAt < b.LeftAt && b.EnteredAt < a.LeftAt));
    }

    [Fact]
    public void No_plate_is_one_that_could_be_on_the_road() =>
        Assert.All(new Traffic(9, Start, 14).Until(Start.AddMinutes(10)), vehicle => Assert.Matches("^0[A-Z]{3}[0-9]{3}$", vehicle.Plate));
}
