using System.Collections.Concurrent;
using System.Threading.Channels;
using Transparency.Ingest.Recognition;

namespace Transparency.Ingest.Feeds;

/// <summary>
/// Takes whole frames off an ffmpeg child as fast as they come, on a thread of its own, and queues them for one reader. When the
/// reader lags behind, a live feed gives up its oldest frames and counts them; a file waits.
/// </summary>
internal sealed class FramePump : IDisposable
{
    private readonly FfmpegChild _child;
    private readonly Y4mStream _stream;
    private readonly FeedSettings _settings;
    private readonly TimeProvider _time;
    private readonly Channel<Frame> _queue;
    private readonly ConcurrentBag<Frame> _spare = [];
    private readonly ITimer _watchdog;
    private readonly Task _pumping;
    private readonly bool _isLive;
    private readonly DateTimeOffset _start;
    private long _taken;
    private long _dropped;
    private volatile bool _stalled;

    public FramePump(FfmpegChild child, bool isLive, FeedSettings settings, TimeProvider time)
    {
        (_child, _isLive, _settings, _time, _stream) = (child, isLive, settings, time, new Y4mStream(child.Output));
        _start = time.GetUtcNow();
        var options = new BoundedChannelOptions(settings.Queue)
        {
            FullMode = isLive ? BoundedChannelFullMode.DropOldest : BoundedChannelFullMode.Wait,
            SingleReader = true,
            SingleWriter = true,
        };
        _queue = Channel.CreateBounded<Frame>(options, Drop);
        _watchdog = time.CreateTimer(_ => Stall(), null, settings.Stall, Timeout.InfiniteTimeSpan);
        _pumping = Task.Factory.StartNew(Pump, TaskCreationOptions.LongRunning);
    }

    /// <summary>Completes with the stream, with a <see cref="FeedException"/> when it failed.</summary>
    public ChannelReader<Frame> Frames => _queue.Reader;

    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Lets the frame's memory be used again.</summary>
    public void Return(Frame frame) => _spare.Add(frame);

    public void Dispose()
    {
        _queue.Writer.TryComplete();
        _child.Kill();
        _pumping.Wait();
        _watchdog.Dispose();
        _child.Dispose();
    }

    private void Drop(Frame frame)
    {
        Interlocked.Increment(ref _dropped);
        Return(frame);
    }

    private void Stall()
    {
        _stalled = true;
        _child.Kill();
    }

    private void Pump()
    {
        try
        {
            PumpFrames();
            var problem = _stalled ? "The camera stopped sending pictures." : _child.Problem;
            _queue.Writer.TryComplete(problem is null ? null : new FeedException(problem));
        }
        catch (Exception e)
        {
            _queue.Writer.TryComplete(e);
        }
    }

    private void PumpFrames()
    {
        if (!_stream.ReadHeader())
        {
            return;
        }

        var bytes = new byte[_stream.FrameLength];
        while (_stream.ReadFrame(bytes))
        {
            _watchdog.Change(_settings.Stall, Timeout.InfiniteTimeSpan);
            var frame = Unpack(bytes);
            if (!_queue.Writer.TryWrite(frame))
            {
                // Only a file's queue is ever full; its reader may take longer than a stall.
                _watchdog.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                if (!_queue.Writer.WriteAsync(frame).AsTask().ContinueWith(write => write.IsCompletedSuccessfully, TaskScheduler.Default).Result)
                {
                    return;
                }
            }
        }
    }

    private Frame Unpack(byte[] bytes)
    {
        // A live frame was taken now; a file's frames follow each other as evenly as they were recorded, however fast they are read.
        var at = _isLive ? _time.GetUtcNow() : _start + (_taken++ * _stream.Interval);
        var (width, height) = (_stream.Width, _stream.Height);
        var (grey, chroma) = (width * height, ((width + 1) / 2) * ((height + 1) / 2));
        var frame = _spare.TryTake(out var spare) ? spare : new Frame
        {
            Width = width,
            Height = height,
            Grey = new byte[grey],
            U = new byte[chroma],
            V = new byte[chroma],
            CapturedAt = at,
        };
        frame.CapturedAt = at;
        bytes.AsSpan(0, grey).CopyTo(frame.Grey);
        bytes.AsSpan(grey, chroma).CopyTo(frame.U);
        bytes.AsSpan(grey + chroma, chroma).CopyTo(frame.V);
        if (_stream.IsLimited)
        {
            FullRange.StretchLuma(frame.Grey);
            FullRange.StretchChroma(frame.U);
            FullRange.StretchChroma(frame.V);
        }

        return frame;
    }
}
