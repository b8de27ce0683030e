using Transparency.Ingest.Recognition.Rendering;

namespace Transparency.Ingest.Demonstration;

/// <summary>How bright it is on the street: 0 is dusk, 1 is day. A day of the demonstration lasts twelve minutes.</summary>
internal readonly record struct Daylight(float Level)
{
    private const int Levels = 24;

    private static readonly TimeSpan Day = TimeSpan.FromMinutes(12);

    public bool LampsOn => Level < .55f;

    /// <summary>In steps small enough not to be seen, so that what is drawn for one can be used for a while.</summary>
    public static Daylight At(DateTimeOffset now)
    {
        var turn = now.ToUnixTimeMilliseconds() % (long)Day.TotalMilliseconds / Day.TotalMilliseconds;

        // Rather day than night: the curve stays up for two thirds of the time.
        var level = Math.Clamp(.75 + (.95 * Math.Cos(turn * Math.Tau)), 0, 1);
        return new((float)(Math.Round(level * Levels) / Levels));
    }

    /// <summary>A surface's colour in this light: at dusk darker and bluer.</summary>
    public Rgb On(Rgb colour)
    {
        var dark = .30f + (.70f * Level);
        return new(
            (byte)Math.Min(255, colour.Red * dark * (.86f + (.14f * Level))),
            (byte)Math.Min(255, colour.Green * dark * (.92f + (.08f * Level))),
            (byte)Math.Min(255, (colour.Blue * dark) + (10 * (1 - Level))));
    }
}
