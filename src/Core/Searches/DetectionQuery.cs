namespace Transparency.Core.Searches;

/// <summary>What is asked of the table of detections; nothing of who asks and why.</summary>
internal sealed record DetectionQuery
{
    /// <summary>Null for every plate.</summary>
    public PlatePattern? Pattern { get; init; }

    public VehicleTraits Vehicle { get; init; } = VehicleTraits.None;

    /// <summary>Included.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Not included.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Camera numbers; null for every camera.</summary>
    public IReadOnlyList<int>? Cameras { get; init; }
}

/// <summary>Detection numbers from <paramref name="First"/> up to, not including, <paramref name="End"/>.</summary>
internal readonly record struct IdWindow(long First, long End);
