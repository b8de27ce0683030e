using System.Buffers.Binary;

namespace Transparency.Ingest.Delivery;

/// <summary>How many detections of a camera could not be kept on a day.</summary>
/// <param name="Day">Of the city's calendar.</param>
/// <param name="Camera">Its number.</param>
/// <param name="Count">Since the day began.</param>
public readonly record struct SpoolRefusal(DateOnly Day, int Camera, long Count);

/// <summary>
/// Counts what the spool refused. The counts are in a file of fixed size that is made in advance, so that they can be kept when the
/// disk is full; each change is one write of one slot, so that a killed process leaves either the old count or the new one.
/// Thread-safe.
/// </summary>
public sealed class RefusalLedger : IDisposable
{
    private const int Slots = 4096;
    private const int SlotLength = 20;

    private readonly FileStream _file;
    private readonly Lock _gate = new();
    private readonly Dictionary<(int Day, int Camera), (int Slot, long Count)> _counts = [];
    private readonly Queue<int> _free = new();
    private long _version;
    private long _savedVersion;

    /// <param name="folder">The spool's.</param>
    public RefusalLedger(string folder)
    {
        var path = Path.Combine(folder, "refused");
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        if (_file.Length < Slots * SlotLength)
        {
            // Zeros are written, not skipped, so that the disk sets the room aside now.
            _file.Write(new byte[Slots * SlotLength]);
            _file.Flush(flushToDisk: true);
        }

        Load();
    }

    /// <summary>Whether there are counts that <see cref="Saved"/> was not told of.</summary>
    public bool HasNews
    {
        get
        {
            lock (_gate)
            {
                return _version != _savedVersion;
            }
        }
    }

    public void Add(DateOnly day, int camera)
    {
        lock (_gate)
        {
            var key = (day.DayNumber, camera);
            if (!_counts.TryGetValue(key, out var entry) && !_free.TryDequeue(out entry.Slot))
            {
                // As many cameras as slots were refused in two days; the oldest day makes room.
                var oldest = _counts.MinBy(pair => pair.Key.Day);
                _counts.Remove(oldest.Key);
                entry.Slot = oldest.Value.Slot;
            }

            entry.Count++;
            _counts[key] = entry;
            Write(key, entry);
            _version++;
        }
    }

    /// <summary>Every count, and the version to name once they are saved.</summary>
    public (IReadOnlyList<SpoolRefusal> Counts, long Version) Read()
    {
        lock (_gate)
        {
            var counts = _counts.Select(pair => new SpoolRefusal(DateOnly.FromDayNumber(pair.Key.Day), pair.Key.Camera, pair.Value.Count));
            return ([.. counts], _version);
        }
    }

    /// <summary>The counts of this version are in the database. Those of days before <paramref name="keepFrom"/> are forgotten.</summary>
    public void Saved(long version, DateOnly keepFrom)
    {
        lock (_gate)
        {
            _savedVersion = version;
            foreach (var (key, (slot, _)) in _counts.Where(pair => pair.Key.Day < keepFrom.DayNumber).ToList())
            {
                _counts.Remove(key);
                _free.Enqueue(slot);
                WriteSlot(slot, new byte[SlotLength]);
            }
        }
    }

    public void Dispose() => _file.Dispose();

    private void Load()
    {
        var bytes = new byte[Slots * SlotLength];
        _file.Position = 0;
        _file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        for (var slot = 0; slot < Slots; slot++)
        {
            var at = bytes.AsSpan(slot * SlotLength, SlotLength);
            var count = BinaryPrimitives.ReadInt64LittleEndian(at[8..]);
            if (count > 0 && BinaryPrimitives.ReadUInt32LittleEndian(at[16..]) == Crc32C.Of(at[..16]))
            {
                _counts[(BinaryPrimitives.ReadInt32LittleEndian(at), BinaryPrimitives.ReadInt32LittleEndian(at[4..]))] = (slot, count);
            }
            else
            {
                _free.Enqueue(slot);
            }
        }

        _version = _counts.Count > 0 ? 1 : 0;
    }

    private void Write((int Day, int Camera) key, (int Slot, long Count) entry)
    {
        var bytes = new byte[SlotLength];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, key.Day);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), key.Camera);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), entry.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(16), Crc32C.Of(bytes.AsSpan(0, 16)));
        WriteSlot(entry.Slot, bytes);
    }

    private void WriteSlot(int slot, byte[] bytes)
    {
        _file.Position = slot * SlotLength;
        _file.Write(bytes);
    }
}
