using System.Text;
using Transparency.Core.Cameras;
using Transparency.Core.Detections;

namespace Transparency.Ingest.Delivery;

/// <summary>The bytes of a detection in the spool. The first byte tells the edition of the layout.</summary>
public static class SpooledDetection
{
    private const byte Edition = 2;
    private const int MostCandidates = 16;

    public static byte[] Write(NewDetection detection)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Edition);
        writer.Write(detection.Id.Value);
        writer.Write(detection.Camera);
        writer.Write(detection.Plate);
        writer.Write(detection.Confidence);
        writer.Write(detection.State ?? "");
        writer.Write((byte)detection.Colour);
        writer.Write((byte)detection.Direction);
        writer.Write(detection.Vehicle.Make);
        writer.Write(detection.Vehicle.Model);
        writer.Write((byte)detection.Vehicle.Type);
        var candidates = detection.Candidates.Take(MostCandidates).ToList();
        writer.Write((byte)candidates.Count);
        foreach (var candidate in candidates)
        {
            writer.Write(candidate.Text);
            writer.Write(candidate.Share);
        }

        writer.Write(detection.Place is not null);
        writer.Write(detection.Place?.LatitudeE5 ?? 0);
        writer.Write(detection.Place?.LongitudeE5 ?? 0);
        writer.Write(detection.Photograph?.Length ?? 0);
        writer.Write(detection.Photograph ?? []);
        writer.Flush();
        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">Written by another edition of the software.</exception>
    public static NewDetection Read(byte[] payload)
    {
        using var reader = new BinaryReader(new MemoryStream(payload), Encoding.UTF8);
        if (reader.ReadByte() != Edition)
        {
            throw new InvalidDataException("The spool holds records of another edition of the software.");
        }

        return new NewDetection
        {
            Id = new DetectionId(reader.ReadInt64()),
            Camera = reader.ReadInt32(),
            Plate = reader.ReadString(),
            Confidence = reader.ReadDouble(),
            State = reader.ReadString() is { Length: > 0 } state ? state : null,
            Colour = (VehicleColour)reader.ReadByte(),
            Direction = (TravelDirection)reader.ReadByte(),
            Vehicle = new VehicleDescription(reader.ReadString(), reader.ReadString(), (VehicleType)reader.ReadByte()),
            Candidates = ReadCandidates(reader),
            Place = ReadPlace(reader),
            Photograph = reader.ReadInt32() is > 0 and var length ? reader.ReadBytes(length) : null,
        };
    }

    private static GroundPlace? ReadPlace(BinaryReader reader)
    {
        var (isTold, place) = (reader.ReadBoolean(), GroundPlace.FromE5(reader.ReadInt32(), reader.ReadInt32()));
        return isTold ? place : null;
    }

    private static PlateCandidate[] ReadCandidates(BinaryReader reader)
    {
        var candidates = new PlateCandidate[reader.ReadByte()];
        for (var i = 0; i < candidates.Length; i++)
        {
            candidates[i] = new PlateCandidate(reader.ReadString(), reader.ReadInt32());
        }

        return candidates;
    }
}
