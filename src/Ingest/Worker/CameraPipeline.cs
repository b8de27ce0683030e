using Transparency.Core.Cameras;
using Transparency.Ingest.Delivery;
using Transparency.Ingest.Feeds;
using Transparency.Ingest.Tracking;

namespace Transparency.Ingest.Worker;

/// <summary>
/// One camera from its feed to the spool: frames that move are searched for plates, what was read becomes vehicles, vehicles are
/// written. A frame is never stored.
/// </summary>
public sealed class CameraPipeline(
    int camera, FeedAddress address, ReaderPool readers, DetectionWriter writer, IOutageRecord outages, IngestSettings settings, TimeProvider time)
    : IDisposable
{
    private readonly FrameSource _source = new(address, new FeedSettings(), time);
    private readonly VehicleWatch _watch = new(
        new TrackerSettings { FewestReadings = address.Kind == FeedKind.Pictures ? 1 : 2 }, address.IsLive, settings.FramesPerSecond);

    private readonly JpegEncoder _encoder = new();
    private long _frames;
    private long _detections;
    private (string State, string Message) _state = (CameraState.Connecting, "");

    /// <summary>How the camera is doing. From any thread.</summary>
    public CameraReport Report(DateTimeOffset now) => new()
    {
        Camera = camera,
        AtMs = now.ToUnixTimeMilliseconds(),
        State = _state.State,
        Frames = Interlocked.Read(ref _frames),
        FramesDropped = _source.Dropped,
        Detections = Interlocked.Read(ref _detections),
        Message = writer.IsFull ? "The spool is full: vehicles are refused and counted." : _state.Message,
    };

    /// <summary>Runs until cancelled or, for files, to their end. What is in view then is written before it returns.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            await foreach (var signal in _source.ReadAsync(cancellation))
            {
                await TakeAsync(signal, cancellation);
            }

            _state = (CameraState.Offline, "The file has ended.");
        }
        catch (FeedException e)
        {
            Lose(time.GetUtcNow(), e.Message);
        }
        finally
        {
            await WriteAsync(_watch.Flush());
        }
    }

    public void Dispose() => _encoder.Dispose();

    private async Task TakeAsync(FeedSignal signal, CancellationToken cancellation)
    {
        switch (signal)
        {
            case FeedSignal.Picture picture:
                if (Interlocked.Increment(ref _frames) == 1)
                {
                    Regain(picture.Frame.CapturedAt);
                }

                await WriteAsync(await _watch.TakeAsync(picture.Frame, frame => readers.ReadAsync(frame, cancellation)));
                break;
            case FeedSignal.Lost lost:
                Lose(lost.At, lost.Reason);
                await WriteAsync(_watch.Flush());
                break;
            case FeedSignal.Restored restored:
                Regain(restored.At);
                break;
            case FeedSignal.Skipped skipped:
                _state = (CameraState.Reading, $"{skipped.File}: {skipped.Reason}");
                break;
        }
    }

    private async Task WriteAsync(IReadOnlyList<PassingVehicle> vehicles)
    {
        foreach (var vehicle in vehicles)
        {
            var jpeg = vehicle.Picture is { } picture ? _encoder.Encode(picture.Pixels, settings.JpegQuality) : null;
            if (await writer.WriteAsync(camera, vehicle, jpeg))
            {
                Interlocked.Increment(ref _detections);
            }
        }
    }

    private void Lose(DateTimeOffset at, string reason)
    {
        _state = (CameraState.Offline, reason);
        outages.Open(camera, at, reason);
    }

    private void Regain(DateTimeOffset at)
    {
        _state = (CameraState.Reading, "");
        outages.Close(camera, at);
    }
}
