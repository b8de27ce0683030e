using System.Text;
using System.Text.Json;

namespace Transparency.Ingest.Mobile;

/// <summary>A time in which the car's reader saw nothing, as it waits in the spool among the detections.</summary>
public sealed record SpooledOutage(DateTimeOffset From, DateTimeOffset To, string Reason)
{
    // No edition of a detection's layout begins so.
    private const byte Mark = (byte)'O';

    public static bool Is(byte[] payload) => payload is [Mark, ..];

    public byte[] Write() => [Mark, .. JsonSerializer.SerializeToUtf8Bytes(this)];

    /// <exception cref="InvalidDataException">It is none.</exception>
    public static SpooledOutage Read(byte[] payload) =>
        JsonSerializer.Deserialize<SpooledOutage>(Encoding.UTF8.GetString(payload, 1, payload.Length - 1)) ?? throw new InvalidDataException("The outage is empty.");
}
