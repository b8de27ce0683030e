using System.Buffers.Binary;

namespace Transparency.Ingest.Tests.Feeds;

/// <summary>RTP packets of H.264 (RFC 3550, RFC 6184): small NAL units as they are, large ones in fragments (FU-A).</summary>
internal sealed class RtpPackets
{
    private const int PayloadType = 96;
    private const int MostPayload = 1400;
    private const int FragmentationUnit = 28;

    private ushort _sequence = 4711;
    private uint _timestamp = 1_000_000;

    /// <summary>The packets of one picture; the last one is marked.</summary>
    public IEnumerable<byte[]> Of(IReadOnlyList<byte[]> units, int framesPerSecond)
    {
        _timestamp += (uint)(90_000 / framesPerSecond);
        foreach (var (index, unit) in units.Index())
        {
            var isLast = index == units.Count - 1;
            foreach (var packet in unit.Length <= MostPayload ? [Packet(unit, isLast)] : Fragments(unit, isLast))
            {
                yield return packet;
            }
        }
    }

    private IEnumerable<byte[]> Fragments(byte[] unit, bool isLast)
    {
        for (var at = 1; at < unit.Length; at += MostPayload)
        {
            var (isStart, isEnd) = (at == 1, at + MostPayload >= unit.Length);
            var indicator = (byte)((unit[0] & 0xe0) | FragmentationUnit);
            var header = (byte)((isStart ? 0x80 : 0) | (isEnd ? 0x40 : 0) | (unit[0] & 0x1f));
            yield return Packet([indicator, header, .. unit.AsSpan(at, Math.Min(MostPayload, unit.Length - at))], isLast && isEnd);
        }
    }

    private byte[] Packet(byte[] payload, bool isMarked)
    {
        var packet = new byte[12 + payload.Length];
        packet[0] = 0x80;
        packet[1] = (byte)((isMarked ? 0x80 : 0) | PayloadType);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), _sequence++);
        BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(4), _timestamp);
        BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(8), 0x5ca1ab1e);
        payload.CopyTo(packet, 12);
        return packet;
    }
}
