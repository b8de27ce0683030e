using Transparency.Core.Detections;
using Transparency.Ingest.Tracking;

namespace Transparency.Ingest.Tests.Tracking;

public sealed class TrackerTests
{
    [Fact]
    public void One_vehicle_passing_once_is_one_detection()
    {
        var vehicle = Assert.Single(new Street(1).Departs("8ABC123", 5, 30).Watch());

        Assert.Equal("8ABC123", vehicle.Plate);
        Assert.Equal(TravelDirection.Departing, vehicle.Direction);
        Assert.True(vehicle.Confidence > .9);
    }

    [Fact]
    public void Readings_that_are_often_wrong_still_give_the_right_plate()
    {
        var right = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var vehicles = new Street(seed).Departs("8ABC123", 0, 20, errors: .5).Watch();
            right += vehicles is [{ Plate: "8ABC123" }] ? 1 : 0;
        }

        Assert.True(right >= 196, $"{right} of 200 right");
    }

    [Fact]
    public void The_colour_told_in_most_frames_is_the_vehicles()
    {
        var tracker = new Tracker(new TrackerSettings());
        VehicleColour[] told = [VehicleColour.NotTold, VehicleColour.Blue, VehicleColour.Grey, VehicleColour.Blue, VehicleColour.NotTold];
        var start = new DateTimeOffset(2026, 11, 22, 20, 0, 0, TimeSpan.Zero);
        for (var frame = 0; frame < told.Length; frame++)
        {
            var sighting = new PlateSighting { Text = "8ABC123", Confidence = .9f, Box = new(400, 300 - (6 * frame), 120, 60), Colour = told[frame] };
            tracker.Observe(start.AddMilliseconds(100 * frame), 1280, 720, [sighting], _ => null);
        }

        Assert.Equal(VehicleColour.Blue, Assert.Single(tracker.Flush()).Colour);
    }

    [Fact]
    public void A_plate_seen_in_three_frames_only_is_found() =>
        Assert.Equal(["5XYZ987"], new Street(2).Departs("5XYZ987", 3, 3).Watch().Select(vehicle => vehicle.Plate));

    [Fact]
    public void A_reading_in_a_single_frame_is_noise() => Assert.Empty(new Street(3).Departs("5XYZ987", 3, 1).Watch());

    [Fact]
    public void For_separate_pictures_one_reading_is_enough() =>
        Assert.Single(new Street(3).Departs("5XYZ987", 3, 1).Watch(new TrackerSettings { FewestReadings = 1 }));

    [Fact]
    public void Two_lanes_at_once_are_two_vehicles_even_with_plates_that_differ_by_one_character()
    {
        var plates = new Street(4).Departs("8ABC123", 0, 25, lane: 200).Departs("8ABC124", 0, 25, lane: 800).Watch().Select(v => v.Plate);

        Assert.Equal(["8ABC123", "8ABC124"], plates.Order());
    }

    [Fact]
    public void A_vehicle_close_behind_another_in_the_same_lane_is_a_second_detection()
    {
        var plates = new Street(5).Departs("8ABC123", 0, 15).Departs("4XYZ777", 12, 15).Watch().Select(vehicle => vehicle.Plate);

        Assert.Equal(["8ABC123", "4XYZ777"], plates);
    }

    [Fact]
    public void A_vehicle_hidden_by_a_truck_for_a_second_is_not_doubled() =>
        Assert.Single(new Street(6).Departs("8ABC123", 0, 30, hidden: frame => frame is > 8 and < 18).Watch());

    [Fact]
    public void A_vehicle_hidden_for_longer_than_the_gap_is_not_doubled_either() =>
        Assert.Single(new Street(7).Departs("8ABC123", 0, 60, hidden: frame => frame is > 12 and < 45).Watch());

    [Fact]
    public void A_parked_vehicle_is_one_detection_until_it_leaves()
    {
        var hour = 60 * 60 * Street.FramesPerSecond;

        Assert.Single(new Street(8).Stands("7PAR456", 0, hour, hidden: frame => frame % 1000 > 700).Watch());
    }

    [Fact]
    public void Others_passing_a_parked_vehicle_are_detected()
    {
        var plates = new Street(9).Stands("7PAR456", 0, 600, hidden: frame => frame is > 300 and < 330).Departs("8ABC123", 300, 25).Watch().Select(v => v.Plate);

        Assert.Equal(["7PAR456", "8ABC123"], plates);
    }

    [Fact]
    public void A_vehicle_that_returns_after_a_minute_is_detected_again()
    {
        var vehicles = new Street(10).Departs("8ABC123", 0, 20).Departs("8ABC123", 60 * Street.FramesPerSecond, 20).Watch();

        Assert.Equal(2, vehicles.Count);
    }

    [Fact]
    public void A_clock_that_jumps_back_in_mid_passing_splits_nothing()
    {
        var vehicles = new Street(11).Departs("8ABC123", 0, 30).Watch(
            clock: frame => Street.Start.AddMilliseconds(frame * 100).AddHours(frame < 15 ? 0 : -1));

        Assert.Equal("8ABC123", Assert.Single(vehicles).Plate);
    }

    [Fact]
    public void A_clock_that_jumps_ahead_in_mid_passing_doubles_nothing()
    {
        var vehicles = new Street(12).Departs("8ABC123", 0, 30).Watch(
            clock: frame => Street.Start.AddMilliseconds(frame * 100).AddHours(frame < 15 ? 0 : 1));

        Assert.Single(vehicles);
    }

    [Fact]
    public void A_vehicle_that_stays_in_view_is_recorded_before_it_leaves()
    {
        var tracker = new Tracker(new TrackerSettings());
        var recorded = -1;
        for (var frame = 0; frame < 100 && recorded < 0; frame++)
        {
            var sighting = new PlateSighting { Text = "8ABC123", Confidence = .9f, Box = new(600, 300, 100, 50) };
            recorded = tracker.Observe(Street.Start.AddMilliseconds(frame * 100), 1280, 720, [sighting], _ => null).Count > 0 ? frame : -1;
        }

        Assert.InRange(recorded, 30, 50);
    }

    [Fact]
    public void On_a_busy_street_every_vehicle_is_found_once()
    {
        var (passed, found, doubled) = (0, 0, 0);
        for (var seed = 100; seed < 130; seed++)
        {
            var street = new Street(seed);
            var plates = new List<string>();
            for (var frame = 0; frame < 600; frame += 9)
            {
                plates.Add(street.RandomPlate());
                street.Departs(plates[^1], frame, 8 + (frame % 20), lane: frame % 2 == 0 ? 250 : 850, errors: .25, hidden: i => (i + seed) % 7 == 0);
            }

            var counts = street.Watch().CountBy(vehicle => vehicle.Plate).ToDictionary();
            passed += plates.Count;
            found += plates.Count(counts.ContainsKey);
            doubled += street.Watch().Count - plates.Count;
        }

        Assert.True(found >= passed * .97, $"{found} of {passed} found with the exact plate");
        Assert.InRange(doubled, -passed / 100, passed / 100);
    }
}
