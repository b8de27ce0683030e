namespace Transparency.Ingest.Tracking;

/// <summary>
/// Turns the times of frames into a time that only runs forward. A clock that is set back costs one frame's interval and one that
/// is set ahead at most <see cref="LongestStep"/>; neither splits a vehicle in two.
/// </summary>
internal sealed class FrameClock
{
    public static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan UsualInterval = TimeSpan.FromMilliseconds(100);

    private DateTimeOffset? _last;
    private TimeSpan _elapsed;

    /// <summary>Time since the first frame.</summary>
    public TimeSpan Advance(DateTimeOffset frame)
    {
        if (_last is { } last)
        {
            var step = frame - last;
            _elapsed += step < TimeSpan.Zero ? UsualInterval : step > LongestStep ? LongestStep : step;
        }

        _last = frame;
        return _elapsed;
    }
}
