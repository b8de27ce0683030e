using System.Data.Common;
using Microsoft.JSInterop;
using Transparency.Core.Alerts;

namespace Transparency.Portal.Staff.Alerts;

/// <summary>
/// Tells open pages that alerts changed. The worker writes them from a process of its own, so the database is asked twice a second, and
/// only while somebody looks.
/// </summary>
public sealed class AlertFeed(AlertBoardQuery alerts, TimeProvider time, ILogger<AlertFeed> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Recent = TimeSpan.FromDays(2);

    private readonly Lock _gate = new();
    private readonly List<Func<Task>> _watchers = [];

    /// <summary>Calls <paramref name="changed"/> after every change until the answer is disposed.</summary>
    public IDisposable Watch(Func<Task> changed)
    {
        lock (_gate)
        {
            _watchers.Add(changed);
        }

        return new Watcher(() =>
        {
            lock (_gate)
            {
                _watchers.Remove(changed);
            }
        });
    }

    /// <summary>Says so at once, where the change was made in this process. Waits for nobody: one page on a bad line must not hold up the others.</summary>
    public void Tell()
    {
        foreach (var watcher in Watchers())
        {
            _ = TellAsync(watcher);
        }
    }

    private async Task TellAsync(Func<Task> watcher)
    {
        try
        {
            await watcher();
        }
        catch (Exception e) when (e is DbException or InvalidOperationException or OperationCanceledException or JSException or JSDisconnectedException)
        {
            log.LogDebug(e, "A page could not be told of an alert");
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var known = "";
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (Watchers().Count == 0)
            {
                continue;
            }

            try
            {
                var now = await alerts.VersionAsync((time.GetUtcNow() - Recent).ToUnixTimeMilliseconds(), stoppingToken);
                if (now != known)
                {
                    known = now;
                    Tell();
                }
            }
            catch (Exception e) when (e is DbException or TimeoutException)
            {
                log.LogWarning(e, "Alerts could not be read; the next attempt follows at once");
            }
        }
    }

    private List<Func<Task>> Watchers()
    {
        lock (_gate)
        {
            return [.. _watchers];
        }
    }

    private sealed class Watcher(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
