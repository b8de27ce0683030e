using System.Buffers.Text;
using Transparency.Audit.Merkle;

namespace Transparency.Audit.Entries;

/// <summary>
/// Reads entries, strictly: bytes that differ in anything from what <see cref="LogEntry.ToBytes"/> writes are not an entry. One
/// parser keeps the few distinct words it meets, so that reading a million entries does not make ten million strings.
/// Not for several threads at once.
/// </summary>
public sealed class EntryParser
{
    /// <summary>The longest act, agency or field name.</summary>
    public const int LongestName = 64;

    /// <summary>The most fields an entry may have.</summary>
    public const int MostFields = 64;

    private readonly Words _words = new();

    /// <returns>Null where the bytes are not exactly an entry.</returns>
    public LogEntry? Parse(ReadOnlySpan<byte> bytes)
    {
        if (!Skip(ref bytes, "{\"v\":"u8)
            || Number(ref bytes) is not { } version
            || !Skip(ref bytes, ",\"act\":\""u8) || Word(ref bytes) is not { } act
            || !Skip(ref bytes, ",\"day\":\""u8) || Word(ref bytes) is not { } day || !IsDay(day)
            || !Skip(ref bytes, ",\"agency\":\""u8) || Word(ref bytes) is not { } agency
            || !Skip(ref bytes, ",\"fields\":{"u8)
            || Fields(ref bytes) is not { } fields
            || !bytes.SequenceEqual("}}"u8))
        {
            return null;
        }
        return new LogEntry(version, act, day, agency, fields);
    }

    /// <summary>Whether the format allows this as an act, agency or field name: 1 to 64 of a-z, 0-9, dot and hyphen.</summary>
    public static bool IsName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is > 0 and <= LongestName && name.All(c => c < 0x80 && IsNameByte((byte)c));
    }

    /// <summary>Whether this is a real day written yyyy-MM-dd.</summary>
    public static bool IsDay(string day) => DateOnly.TryParseExact(day, "yyyy-MM-dd", out _);

    private List<CommittedField>? Fields(ref ReadOnlySpan<byte> bytes)
    {
        var fields = new List<CommittedField>(24);
        while (Skip(ref bytes, fields.Count == 0 ? "\""u8 : ",\""u8))
        {
            if (Word(ref bytes) is not { } name
                || (fields.Count > 0 && string.CompareOrdinal(fields[^1].Name, name) >= 0)
                || fields.Count == MostFields
                || !Skip(ref bytes, ":\""u8)
                || Commitment(ref bytes) is not { } commitment)
            {
                return null;
            }
            fields.Add(new CommittedField(name, commitment));
        }
        return fields;
    }

    private static bool Skip(ref ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> expected)
    {
        if (!bytes.StartsWith(expected))
        {
            return false;
        }
        bytes = bytes[expected.Length..];
        return true;
    }

    private static int? Number(ref ReadOnlySpan<byte> bytes)
    {
        if (!Utf8Parser.TryParse(bytes, out int value, out var used) || value < 1 || bytes[0] is < (byte)'1' or > (byte)'9')
        {
            return null;
        }
        bytes = bytes[used..];
        return value;
    }

    // Reads up to and over the closing quotation mark.
    private string? Word(ref ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'"');
        if (end is < 1 or > LongestName)
        {
            return null;
        }
        for (var i = 0; i < end; i++)
        {
            if (!IsNameByte(bytes[i]))
            {
                return null;
            }
        }
        var word = _words.Get(bytes[..end]);
        bytes = bytes[(end + 1)..];
        return word;
    }

    private static Hash256? Commitment(ref ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= CanonicalBase64.HashLength
            || bytes[CanonicalBase64.HashLength] != '"'
            || !CanonicalBase64.TryDecodeHash(bytes, out var hash))
        {
            return null;
        }
        bytes = bytes[(CanonicalBase64.HashLength + 1)..];
        return hash;
    }

    private static bool IsNameByte(byte b) => b is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'.';
}
