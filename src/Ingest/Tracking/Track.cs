using Transparency.Core.Detections;
using Transparency.Ingest.Recognition;

namespace Transparency.Ingest.Tracking;

/// <summary>One vehicle while it is in view: where it is, how it moves, how it was read. Times are the tracker's own.</summary>
internal sealed class Track(TimeSpan start, PlateBox first)
{
    private const float Smoothing = .5f;

    private readonly Dictionary<string, double> _states = [];
    private readonly int[] _colours = new int[Enum.GetValues<VehicleColour>().Length];
    private PlateBox _rest = first;
    private TimeSpan _restSince = start;
    private double _bestScore;

    public PlateVote Vote { get; } = new();

    public PlateBox First { get; } = first;

    public PlateBox Last { get; private set; } = first;

    public TimeSpan FirstSeen { get; } = start;

    public TimeSpan LastSeen { get; private set; } = start;

    public bool IsRecorded { get; set; }

    public DateTimeOffset BestAt { get; private set; }

    public VehiclePicture? BestPicture { get; private set; }

    /// <summary>Pixels a second; meaningful from the second sighting on.</summary>
    private (float X, float Y) Speed { get; set; }

    public bool HasSpeed { get; private set; }

    public string? State => _states.Count == 0 ? null : _states.MaxBy(pair => pair.Value).Key;

    /// <summary>The colour told most often.</summary>
    public VehicleColour Colour => (VehicleColour)Array.IndexOf(_colours, _colours.Max());

    /// <summary>From how the plate grew or shrank; where it did neither, from its way down or up the picture.</summary>
    public TravelDirection Direction
    {
        get
        {
            var growth = MathF.Log(MathF.Max(1, Last.Width) / MathF.Max(1, First.Width));
            var descent = (Last.CentreY - First.CentreY) / MathF.Max(1, First.Width);
            return (growth, descent) switch
            {
                ( > .12f, _) => TravelDirection.Approaching,
                ( < -.12f, _) => TravelDirection.Departing,
                (_, > 1f) => TravelDirection.Approaching,
                (_, < -1f) => TravelDirection.Departing,
                _ => TravelDirection.NotTold,
            };
        }
    }

    public PlateBox At(TimeSpan now)
    {
        var seconds = (float)(now - LastSeen).TotalSeconds;
        return Last with { X = Last.X + (Speed.X * seconds), Y = Last.Y + (Speed.Y * seconds) };
    }

    public bool IsParked(TimeSpan now, TimeSpan after) => now - _restSince >= after;

    public void Add(TimeSpan now, DateTimeOffset capturedAt, PlateSighting sighting, Func<PlateBox, VehiclePicture?> cut)
    {
        Move(now, sighting.Box);
        if (IsRecorded)
        {
            // The vote is closed and the picture taken; only the place matters from here on.
            return;
        }

        Vote.Add(sighting.Text, sighting.Confidence, sighting.Characters);
        if (sighting.Colour != VehicleColour.NotTold)
        {
            _colours[(int)sighting.Colour]++;
        }

        if (sighting.State is { } state)
        {
            _states[state] = _states.GetValueOrDefault(state) + sighting.Confidence;
        }

        // A slightly better picture is not worth the copying.
        var score = sighting.Box.Width * sighting.Sharpness * (.3 + sighting.Confidence);
        if (BestPicture is null || score > _bestScore * 1.1)
        {
            (_bestScore, BestAt, BestPicture) = (score, capturedAt, cut(sighting.Box));
        }
    }

    /// <summary>Lets the pixels go once the vehicle is recorded.</summary>
    public void DropPicture() => BestPicture = null;

    private void Move(TimeSpan now, PlateBox box)
    {
        var seconds = (float)(now - LastSeen).TotalSeconds;
        if (seconds > 0)
        {
            var measured = ((box.CentreX - Last.CentreX) / seconds, (box.CentreY - Last.CentreY) / seconds);
            Speed = HasSpeed
                ? (Speed.X + (Smoothing * (measured.Item1 - Speed.X)), Speed.Y + (Smoothing * (measured.Item2 - Speed.Y)))
                : measured;
            HasSpeed = true;
        }

        if (box.DistanceTo(_rest) > .5f)
        {
            (_rest, _restSince) = (box, now);
        }

        (Last, LastSeen) = (box, now);
    }
}
