using System.Buffers.Binary;

namespace Transparency.Ingest.Delivery;

/// <summary>Where a record begins or ends: a segment's number and an offset in its file.</summary>
public readonly record struct SpoolPosition(long Segment, long Offset);

/// <summary>One record read back.</summary>
/// <param name="Payload">What was appended.</param>
/// <param name="End">Acknowledging this position acknowledges the record and all before it.</param>
public sealed record SpoolRecord(byte[] Payload, SpoolPosition End);

/// <summary>
/// The bytes of a record: a marker of four bytes, the payload's length, its CRC-32C (all little endian), the payload. The marker
/// lets reading go on behind a damaged stretch.
/// </summary>
internal static class SpoolFormat
{
    public const int HeaderLength = 12;
    public const int LongestPayload = 8 << 20;

    private static ReadOnlySpan<byte> Marker => "TSP1"u8;

    public static void Write(Span<byte> to, ReadOnlySpan<byte> payload)
    {
        Marker.CopyTo(to);
        BinaryPrimitives.WriteInt32LittleEndian(to[4..], payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(to[8..], Crc32C.Of(payload));
        payload.CopyTo(to[HeaderLength..]);
    }

    /// <summary>The length of the whole record at the start of the bytes; 0 when no complete, undamaged record starts there.</summary>
    public static int Measure(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || !bytes.StartsWith(Marker))
        {
            return 0;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        if (length is <= 0 or > LongestPayload || length > bytes.Length - HeaderLength)
        {
            return 0;
        }

        return BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]) == Crc32C.Of(bytes.Slice(HeaderLength, length)) ? HeaderLength + length : 0;
    }

    /// <summary>How many bytes to skip until the next undamaged record; all of them when none follows.</summary>
    public static int Skip(ReadOnlySpan<byte> bytes)
    {
        for (var at = 1; at < bytes.Length; at++)
        {
            var next = bytes[at..].IndexOf(Marker);
            if (next < 0)
            {
                break;
            }

            at += next;
            if (Measure(bytes[at..]) > 0)
            {
                return at;
            }
        }

        return bytes.Length;
    }
}
