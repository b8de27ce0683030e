using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Transparency.Audit.Entries;

/// <summary>
/// Reads a disclosure file entry by entry, strictly: bytes that differ in anything from what <see cref="DisclosureFile.ToBytes"/> writes
/// make it broken. Holds one entry at a time, so a day of any size needs the file's bytes and no more.
/// </summary>
public sealed class DisclosureReader
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Words _words;
    private readonly List<OpenedField> _fields = [];
    private int _at;
    private bool _isFirst = true;
    private bool _hasEnded;

    public DisclosureReader(ReadOnlyMemory<byte> bytes)
        : this(bytes, new Words())
    {
    }

    internal DisclosureReader(ReadOnlyMemory<byte> bytes, Words words)
    {
        (_bytes, _words) = (bytes, words);
        var isHeader = Skip("{\"v\":1,\"log\":\""u8);
        var origin = isHeader ? Text() : null;
        var day = origin is not null && Skip(",\"day\":\""u8) ? Text() : null;
        IsBroken = day is null || !Skip(",\"entries\":["u8);
        (Origin, Day) = (origin ?? "", day ?? "");
    }

    public string Origin { get; }

    public string Day { get; }

    /// <summary>The file is not in the format. Entries read before that was noticed stand.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The index of the entry read last; -1 before the first.</summary>
    public long Index { get; private set; } = -1;

    /// <summary>What it opens, in ordinal order of the names; overwritten by the next.</summary>
    public IReadOnlyList<OpenedField> Fields => _fields;

    /// <summary>Reads the next entry; false after the last, and where the file turns out to be broken.</summary>
    public bool Next()
    {
        if (IsBroken || _hasEnded)
        {
            return false;
        }
        if (Skip("\n]}\n"u8))
        {
            _hasEnded = true;
            IsBroken = _at != _bytes.Length;
            return false;
        }
        var before = Index;
        IsBroken = !Skip(_isFirst ? "\n{\"index\":"u8 : ",\n{\"index\":"u8) || !Number() || Index <= before || !Skip(",\"fields\":{"u8) || !ReadFields();
        _isFirst = false;
        return !IsBroken;
    }

    private bool ReadFields()
    {
        _fields.Clear();
        while (!Skip("}}"u8))
        {
            if (!Skip(_fields.Count == 0 ? "\""u8 : ",\""u8)
                || Text() is not { } name
                || (_fields.Count > 0 && string.CompareOrdinal(_fields[^1].Name, name) >= 0)
                || !Skip(":{\"salt\":\""u8)
                || !CanonicalBase64.TryDecodeHash(_bytes.Span[_at..], out var salt)
                || !Skip(CanonicalBase64.HashLength, "\",\"value\":\""u8)
                || Text() is not { } value
                || !Skip("}"u8))
            {
                return false;
            }
            _fields.Add(new OpenedField(name, salt, value));
        }
        return true;
    }

    private bool Skip(ReadOnlySpan<byte> expected) => Skip(0, expected);

    private bool Skip(int over, ReadOnlySpan<byte> expected)
    {
        if (_bytes.Length - _at < over + expected.Length || !_bytes.Span.Slice(_at + over, expected.Length).SequenceEqual(expected))
        {
            return false;
        }
        _at += over + expected.Length;
        return true;
    }

    private bool Number()
    {
        var rest = _bytes.Span[_at..];
        var length = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (length is < 1 or > 18 || (length > 1 && rest[0] == '0'))
        {
            return false;
        }
        Index = long.Parse(rest[..length], NumberStyles.None, CultureInfo.InvariantCulture);
        _at += length;
        return true;
    }

    // Reads up to and over the closing quotation mark; null where the text is not in its one spelling.
    private string? Text()
    {
        var rest = _bytes.Span[_at..];
        var end = 0;
        var isPlain = true;
        while (end < rest.Length && rest[end] != '"')
        {
            isPlain &= rest[end] is >= 0x20 and < 0x7F and not (byte)'\\';
            end += rest[end] == '\\' ? 2 : 1;
        }
        if (end >= rest.Length)
        {
            return null;
        }
        var text = isPlain ? _words.Get(rest[..end]) : Unescape(rest[..end]);
        _at += end + 1;
        return text;
    }

    private static string? Unescape(ReadOnlySpan<byte> escaped)
    {
        try
        {
            var text = JsonSerializer.Deserialize<string>(Encoding.UTF8.GetString([(byte)'"', .. escaped, (byte)'"']));
            return text is not null && JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes.SequenceEqual(escaped)
                ? text
                : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }
}
