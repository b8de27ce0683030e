using Transparency.Core.Detections;

namespace Transparency.Portal.Api.Cameras;

/// <summary>What a camera has sent, understood: its reads (none in a sign of life), or why it was not understood.</summary>
/// <param name="Reads">In the order sent.</param>
/// <param name="Problem">One sentence that repeats nothing of the message; null when it was understood.</param>
internal sealed record CameraMessage(IReadOnlyList<VendorRead> Reads, string? Problem = null)
{
    /// <summary>When the camera saw nothing, told afterwards.</summary>
    public IReadOnlyList<(DateTimeOffset From, DateTimeOffset To, string Reason)> Outages { get; init; } = [];

    /// <summary>Vehicles the camera read and could not keep, by day.</summary>
    public IReadOnlyList<(DateOnly Day, long Count)> Refused { get; init; } = [];

    /// <summary>Nothing to store and nothing wrong.</summary>
    public static CameraMessage SignOfLife { get; } = new([]);
}

/// <summary>A message is not what its format says. Thrown and caught within the reading of one message.</summary>
internal sealed class MessageException(string problem) : Exception(problem);
