using System.Security.Cryptography;

namespace Transparency.Ingest.Delivery;

/// <summary>The spool's segments on disk, the newest being appended to. Not thread-safe but for <see cref="Snapshot"/>.</summary>
internal sealed class SpoolFiles
{
    private readonly SpoolSettings _settings;
    private readonly Lock _gate = new();
    private readonly List<SpoolSegment> _segments = [];
    private long _ordinal;

    public SpoolFiles(SpoolSettings settings, SpoolPosition acknowledged)
    {
        _settings = settings;
        foreach (var number in SpoolSegment.NumbersIn(settings.Folder))
        {
            if (SpoolSegment.Open(settings.Folder, number) is { } segment)
            {
                _segments.Add(segment);
            }
        }

        if (_segments.Count == 0)
        {
            // Not from zero: if the folder was lost, the ordinals of before should not come again.
            var ordinal = RandomNumberGenerator.GetInt32(int.MaxValue);
            _segments.Add(SpoolSegment.Create(settings.Folder, acknowledged.Segment + 1, ordinal));
        }

        _ordinal = _segments[^1].FirstOrdinal + _segments[^1].Repair();
    }

    /// <summary>Path, number and durable length of each segment, oldest first. From any thread.</summary>
    public List<(string Path, long Number, long Length)> Snapshot()
    {
        lock (_gate)
        {
            return [.. _segments.Select(segment => (segment.Path, segment.Number, segment.Length))];
        }
    }

    /// <summary>Appends records with one flush. Those that would exceed the room, and all of them when the disk is full, are refused.</summary>
    /// <param name="makers">Each makes a payload from its ordinal.</param>
    /// <param name="room">Bytes that may be added.</param>
    /// <returns>Whether each was kept, in order.</returns>
    public bool[] Append(IReadOnlyList<Func<long, byte[]>> makers, long room)
    {
        var kept = new bool[makers.Count];
        using var bytes = new MemoryStream();
        var (ordinal, record) = (_ordinal, Array.Empty<byte>());
        for (var i = 0; i < makers.Count; i++)
        {
            var payload = makers[i](ordinal);
            Array.Resize(ref record, SpoolFormat.HeaderLength + payload.Length);
            if (payload.Length is > 0 and <= SpoolFormat.LongestPayload && bytes.Length + record.Length <= room)
            {
                SpoolFormat.Write(record, payload);
                bytes.Write(record);
                kept[i] = true;
                ordinal++;
            }
        }

        if (!TryWrite(bytes))
        {
            Array.Clear(kept);
            return kept;
        }

        _ordinal = ordinal;
        return kept;
    }

    /// <summary>Deletes segments older than this one. The newest always stays: it carries the ordinals on. From any thread.</summary>
    public void DeleteBefore(long number)
    {
        lock (_gate)
        {
            while (_segments.Count > 1 && _segments[0].Number < number)
            {
                File.Delete(_segments[0].Path);
                _segments.RemoveAt(0);
            }
        }
    }

    private bool TryWrite(MemoryStream bytes)
    {
        var segment = _segments[^1];
        try
        {
            if (segment.Length >= _settings.SegmentBytes)
            {
                segment = SpoolSegment.Create(_settings.Folder, segment.Number + 1, _ordinal);
                lock (_gate)
                {
                    _segments.Add(segment);
                }
            }

            using var file = new FileStream(segment.Path, FileMode.Open, FileAccess.Write, FileShare.Read, bufferSize: 0);

            // What a failed write left behind the durable length is overwritten.
            file.SetLength(segment.Length);
            file.Position = segment.Length;
            bytes.WriteTo(file);
            file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            return false;
        }

        lock (_gate)
        {
            segment.Length += bytes.Length;
        }

        return true;
    }
}
