using Microsoft.Extensions.Logging;
using Transparency.Core.Agencies;
using Transparency.Core.Cameras;
using Transparency.Ingest.Feeds;

namespace Transparency.Ingest.Worker;

/// <summary>
/// Keeps one pipeline running for each camera that may read, and none for any other: cameras are added, changed, switched off and lose
/// their council decision while the worker runs.
/// </summary>
public sealed class CameraCrew(
    CameraStore cameras,
    City city,
    OutageRecorder outages,
    Func<int, FeedAddress, CameraPipeline> make,
    TimeProvider time,
    ILogger<CameraCrew> logger)
{
    private readonly Dictionary<int, Member> _members = [];
    private readonly Dictionary<int, (string State, string Message)> _idle = [];

    /// <summary>Starts and stops pipelines until what runs is what may run.</summary>
    /// <param name="silentSince">Since when cameras had not been read when the worker started; their first picture ends the outage.</param>
    /// <param name="cancellation">Ends the reading of the database.</param>
    public async Task RefreshAsync(IReadOnlyDictionary<int, DateTimeOffset> silentSince, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var facts = (await cameras.FactsAsync(now, cancellation)).ToDictionary(fact => fact.Number);
        var wanted = (await cameras.ListAsync(cancellation)).Where(camera => camera.Kind != CameraKind.Vendor && camera.Status == CameraStatus.Live);
        _idle.Clear();
        var kept = new HashSet<int>();
        foreach (var camera in wanted)
        {
            if (CameraGate.Refusal(facts.GetValueOrDefault(camera.Number), city.DayOf(now)) is { } refusal)
            {
                _idle[camera.Number] = (CameraState.Refused, refusal.Explanation);
            }
            else if (!FeedAddress.TryParse(camera.Feed, out var address, out var problem))
            {
                _idle[camera.Number] = (CameraState.Offline, problem);
                outages.Open(camera.Number, now, problem);
            }
            else
            {
                kept.Add(camera.Number);
                await EnsureAsync(camera, address, silentSince);
            }
        }

        foreach (var number in _members.Keys.Where(number => !kept.Contains(number)).ToList())
        {
            logger.LogInformation("Camera {Camera} is no longer read.", number);
            await StopAsync(number);
        }
    }

    /// <summary>The report of every camera that is live, whether it may read or not.</summary>
    public IReadOnlyList<CameraReport> Reports()
    {
        var now = time.GetUtcNow();
        return
        [
            .. _members.Values.Select(member => member.Pipeline.Report(now)),
            .. _idle.Select(idle => new CameraReport
            {
                Camera = idle.Key,
                AtMs = now.ToUnixTimeMilliseconds(),
                State = idle.Value.State,
                Frames = 0,
                FramesDropped = 0,
                Detections = 0,
                Message = idle.Value.Message,
            }),
        ];
    }

    /// <summary>Stops every pipeline; what is in view is written first.</summary>
    public async Task StopAsync()
    {
        await Task.WhenAll(_members.Keys.ToList().Select(StopAsync));
    }

    private async Task EnsureAsync(Camera camera, FeedAddress address, IReadOnlyDictionary<int, DateTimeOffset> silentSince)
    {
        if (_members.TryGetValue(camera.Number, out var member))
        {
            if (member.Feed == camera.Feed && !member.Running.IsFaulted)
            {
                return;
            }

            await StopAsync(camera.Number);
        }
        else if (silentSince.TryGetValue(camera.Number, out var since))
        {
            outages.Open(camera.Number, since, "The worker was not running.");
        }

        logger.LogInformation("Camera {Camera} is read from {Feed}.", camera.Number, address);
        var stop = new CancellationTokenSource();
        var pipeline = make(camera.Number, address);
        _members[camera.Number] = new Member(camera.Feed, pipeline, stop, Task.Run(() => pipeline.RunAsync(stop.Token)));
    }

    private async Task StopAsync(int camera)
    {
        if (!_members.Remove(camera, out var member))
        {
            return;
        }

        await member.Stop.CancelAsync();
        try
        {
            await member.Running;
        }
        catch (OperationCanceledException)
        {
            // As asked.
        }
        catch (Exception e)
        {
            logger.LogError(e, "The pipeline of camera {Camera} failed and is started anew.", camera);
        }

        member.Pipeline.Dispose();
        member.Stop.Dispose();
    }

    private sealed record Member(string Feed, CameraPipeline Pipeline, CancellationTokenSource Stop, Task Running);
}
