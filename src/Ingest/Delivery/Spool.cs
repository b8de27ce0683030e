using System.Threading.Channels;

namespace Transparency.Ingest.Delivery;

/// <summary>
/// Records that wait on disk between recognition and the database. A record is durable when its append completes; it is read again
/// until it is acknowledged, so it is delivered at least once, whenever the process dies. One process at a time. Thread-safe.
/// </summary>
public sealed class Spool : IAsyncDisposable
{
    private const int LargestBatch = 256;

    private readonly SpoolSettings _settings;
    private readonly FileStream _lock;
    private readonly Acknowledged _acknowledged;
    private readonly SpoolFiles _files;
    private readonly SpoolCipher _cipher;
    private readonly Channel<Append> _appends = Channel.CreateBounded<Append>(LargestBatch);
    private readonly SemaphoreSlim _news = new(0, 1);
    private readonly Dictionary<SpoolPosition, long> _damaged = [];
    private readonly Task _writing;

    /// <exception cref="IOException">Another process has the spool open, or the folder cannot be written.</exception>
    public Spool(SpoolSettings settings)
    {
        _settings = settings;
        _ = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(settings.Folder)
            : Directory.CreateDirectory(settings.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _lock = new FileStream(Path.Combine(settings.Folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        _cipher = new SpoolCipher(settings.KeyFile ?? Path.Combine(settings.Folder, "key"));
        _acknowledged = new Acknowledged(settings.Folder);
        _files = new SpoolFiles(settings, _acknowledged.Position);
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Bytes that wait for delivery.</summary>
    public long PendingBytes => _files.Snapshot().Sum(segment => Math.Max(0, segment.Length - StartOf(segment.Number)));

    /// <summary>Bytes that could not be read back: a damaged disk. Zero in a healthy system, whatever was killed.</summary>
    public long DamagedBytes
    {
        get
        {
            lock (_damaged)
            {
                return _damaged.Values.Sum();
            }
        }
    }

    /// <summary>Appends one record and returns once it is on disk.</summary>
    /// <param name="make">Makes the payload from the record's ordinal, which no other record of this spool ever had or will have.</param>
    /// <param name="cancellation">Before the record is taken up; after that it is written.</param>
    /// <returns>False when the quota or the disk is full; then nothing was kept.</returns>
    public async Task<bool> AppendAsync(Func<long, byte[]> make, CancellationToken cancellation = default)
    {
        var append = new Append(ordinal => _cipher.Seal(make(ordinal)), new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously));
        await _appends.Writer.WriteAsync(append, cancellation);
        return await append.Done.Task;
    }

    /// <summary>The oldest records not yet acknowledged; empty when none waits.</summary>
    public IReadOnlyList<SpoolRecord> Read(int mostRecords, long mostBytes = 32 << 20)
    {
        var records = new List<SpoolRecord>();
        foreach (var (path, number, length) in _files.Snapshot())
        {
            var start = StartOf(number);
            if (records.Count >= mostRecords || mostBytes <= 0)
            {
                break;
            }

            if (start < length)
            {
                var (found, damaged) = SpoolReader.Read(path, number, start, length, mostRecords - records.Count, mostBytes);
                records.AddRange(found.Select(Open));
                mostBytes -= found.Sum(record => record.Payload.Length);
                Remember(damaged);
            }
        }

        return records;
    }

    /// <summary>Everything up to here is delivered and will not be read again; files that are done with are deleted.</summary>
    public void Acknowledge(SpoolPosition position)
    {
        _acknowledged.Save(position);
        _files.DeleteBefore(position.Segment);
    }

    /// <summary>Returns when something was appended since the last call, or after the time given.</summary>
    public Task WaitAsync(TimeSpan most, CancellationToken cancellation) => _news.WaitAsync(most, cancellation);

    public async ValueTask DisposeAsync()
    {
        _appends.Writer.TryComplete();
        await _writing;
        await _lock.DisposeAsync();
        _news.Dispose();
        _cipher.Dispose();
    }

    // What another key has sealed cannot be read by anybody here; its reader takes an empty edition for one it does not know.
    private SpoolRecord Open(SpoolRecord record) => record with { Payload = _cipher.Open(record.Payload) ?? [0] };

    private long StartOf(long segment)
    {
        var position = _acknowledged.Position;
        return segment < position.Segment ? long.MaxValue
            : segment == position.Segment ? Math.Max(SpoolSegment.HeaderLength, position.Offset)
            : SpoolSegment.HeaderLength;
    }

    private void Remember(Dictionary<SpoolPosition, long> damaged)
    {
        lock (_damaged)
        {
            foreach (var (position, bytes) in damaged)
            {
                _damaged[position] = bytes;
            }
        }
    }

    private async Task WriteAsync()
    {
        var batch = new List<Append>();
        while (await _appends.Reader.WaitToReadAsync())
        {
            while (batch.Count < LargestBatch && _appends.Reader.TryRead(out var append))
            {
                batch.Add(append);
            }

            try
            {
                var kept = _files.Append([.. batch.Select(append => append.Make)], _settings.Quota - PendingBytes);
                for (var i = 0; i < batch.Count; i++)
                {
                    batch[i].Done.SetResult(kept[i]);
                }
            }
            catch (Exception e)
            {
                // A maker's own error: nothing was written. Whoever waits learns of it.
                batch.ForEach(append => append.Done.TrySetException(e));
            }

            batch.Clear();
            if (_news.CurrentCount == 0)
            {
                _news.Release();
            }
        }
    }

    private sealed record Append(Func<long, byte[]> Make, TaskCompletionSource<bool> Done);
}
