#pragma warning disable RS0030 // Seeded: a failing test fails again in the same way.
using Transparency.Ingest.Recognition;
using Transparency.Ingest.Tracking;

namespace Transparency.Ingest.Tests.Tracking;

/// <summary>Vehicles on a picture of 1280 x 720 as a reader would report them frame by frame: with errors, gaps and several at once.</summary>
internal sealed class Street(int seed)
{
    public const int FramesPerSecond = 10;

    private const string Letters = "0123456789ABCDEFGHIJKLMNPQRSTUVWXYZ";

    private readonly Random _random = new(seed);
    private readonly SortedDictionary<int, List<PlateSighting>> _frames = [];

    public static DateTimeOffset Start { get; } = new(2026, 11, 22, 20, 0, 0, TimeSpan.Zero);

    public int Length { get; set; }

    public string RandomPlate() => string.Concat(Enumerable.Range(0, 7).Select(_ => Letters[_random.Next(Letters.Length)]));

    /// <summary>A vehicle that drives away: its plate moves up the picture and shrinks.</summary>
    public Street Departs(
        string plate, int frame, int frames, float lane = 400, double errors = 0, Func<int, bool>? hidden = null, float confidence = .9f)
    {
        for (var i = 0; i < frames; i++)
        {
            if (hidden?.Invoke(i) == true)
            {
                continue;
            }

            var t = i / (float)Math.Max(1, frames - 1);
            var width = 150 - (80 * t);
            Put(frame + i, plate, errors, confidence, new(lane + (60 * t), 600 - (400 * t), width, width / 2));
        }

        return this;
    }

    public Street Stands(string plate, int frame, int frames, Func<int, bool>? hidden = null, double errors = 0)
    {
        for (var i = 0; i < frames; i++)
        {
            if (hidden?.Invoke(i) != true)
            {
                Put(frame + i, plate, errors, .9f, new(900 + (i % 2), 300, 100, 50));
            }
        }

        return this;
    }

    /// <summary>Runs the tracker over every frame and what follows the last one.</summary>
    /// <param name="settings">Of the tracker.</param>
    /// <param name="clock">The time of a frame; by default they are evenly spaced.</param>
    public IReadOnlyList<PassingVehicle> Watch(TrackerSettings? settings = null, Func<int, DateTimeOffset>? clock = null)
    {
        var tracker = new Tracker(settings ?? new TrackerSettings());
        var vehicles = new List<PassingVehicle>();
        for (var frame = 0; frame <= Math.Max(Length, _frames.Keys.LastOrDefault()); frame++)
        {
            var at = clock?.Invoke(frame) ?? Start.AddMilliseconds(frame * 1000.0 / FramesPerSecond);
            vehicles.AddRange(tracker.Observe(at, 1280, 720, _frames.GetValueOrDefault(frame) ?? [], _ => null));
        }

        vehicles.AddRange(tracker.Flush());
        return vehicles;
    }

    private void Put(int frame, string plate, double errors, float confidence, PlateBox box)
    {
        Length = Math.Max(Length, frame);
        if (!_frames.TryGetValue(frame, out var sightings))
        {
            _frames[frame] = sightings = [];
        }

        var text = Misread(plate, errors);
        sightings.Add(new PlateSighting
        {
            Text = text,
            Confidence = text == plate ? confidence : confidence * (.4f + (.4f * _random.NextSingle())),
            Box = box with { X = box.X + (_random.NextSingle() * 4), Y = box.Y + (_random.NextSingle() * 4) },
            Sharpness = 20,
        });
    }

    // Half of the errors replace a character, a quarter lose one, a quarter see one too many.
    private string Misread(string plate, double errors)
    {
        while (_random.NextDouble() < errors)
        {
            var at = _random.Next(plate.Length);
            plate = _random.Next(4) switch
            {
                0 => plate.Remove(at, 1),
                1 => plate.Insert(at, Letters[_random.Next(Letters.Length)].ToString()),
                _ => plate.Remove(at, 1).Insert(at, Letters[_random.Next(Letters.Length)].ToString()),
            };
            errors /= 2;
        }

        return plate;
    }
}
