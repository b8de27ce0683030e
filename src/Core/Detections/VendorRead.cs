using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Transparency.Core.Cameras;

namespace Transparency.Core.Detections;

/// <summary>One vehicle as a camera that reads for itself reports it.</summary>
public sealed record VendorRead
{
    /// <summary>The camera's own name for this read. The same name and time are the same read, however often they arrive.</summary>
    public required string SourceId { get; init; }

    public required DateTimeOffset CapturedAt { get; init; }

    public required string Plate { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Confidence { get; init; }

    public string? State { get; init; }

    public VehicleColour Colour { get; init; }

    public TravelDirection Direction { get; init; }

    public IReadOnlyList<PlateCandidate> Candidates { get; init; } = [];

    public VehicleDescription Vehicle { get; init; } = VehicleDescription.None;

    public GroundPlace? Place { get; init; }

    /// <summary>The vehicle's rear or its plate alone, never a whole frame; JPEG.</summary>
    public byte[]? Photograph { get; init; }

    /// <summary>Read in one frame, without a vote over the whole passing: others like it may come before and after.</summary>
    public bool IsOneFrame { get; init; }

    /// <summary>
    /// As it is delivered. The number is made of the time and of 21 bits of a hash of camera and name, so that it is the same each time;
    /// two vehicles of one millisecond share it once in two million cases.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is before 2020.</exception>
    public NewDetection Of(int camera)
    {
        var hash = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{camera} {SourceId}")));
        return new NewDetection
        {
            Id = DetectionId.Create(CapturedAt, (int)(hash % DetectionId.Nodes), (int)(hash / DetectionId.Nodes % DetectionId.Sequences)),
            Plate = Plate,
            Camera = camera,
            Confidence = Confidence,
            State = State,
            Colour = Colour,
            Direction = Direction,
            Candidates = Candidates,
            Vehicle = Vehicle,
            Place = Place,
            Photograph = Photograph,
        };
    }
}
