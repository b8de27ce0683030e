using Transparency.Ingest.Feeds;

namespace Transparency.Ingest.Tests.Feeds;

/// <summary>Reads a live feed until the test has seen enough.</summary>
internal static class LiveFeed
{
    /// <param name="feed">Its address.</param>
    /// <param name="settings">Of the feed.</param>
    /// <param name="until">Asked several times a second with all signals so far.</param>
    public static async Task<IReadOnlyList<FeedSignal>> ReadAsync(string feed, FeedSettings settings, Func<IReadOnlyList<FeedSignal>, bool> until)
    {
        Assert.True(FeedAddress.TryParse(feed, out var address, out _));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var signals = new List<FeedSignal>();
        using var watch = new Timer(_ => Stop(), null, 200, 200);
        try
        {
            await foreach (var signal in new FrameSource(address, settings, TimeProvider.System).ReadAsync(stop.Token))
            {
                lock (signals)
                {
                    signals.Add(signal);
                }
            }
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            // As asked.
        }

        return signals;

        void Stop()
        {
            lock (signals)
            {
                if (until(signals))
                {
                    stop.Cancel();
                }
            }
        }
    }

    /// <summary>Lost, restored, lost and so on: never the same twice in a row.</summary>
    public static void AssertAlternate(IReadOnlyList<FeedSignal> signals)
    {
        var changes = signals.Where(signal => signal is FeedSignal.Lost or FeedSignal.Restored).ToList();
        Assert.All(changes.Index(), change => Assert.Equal(change.Index % 2 == 0, change.Item is FeedSignal.Lost));
    }
}
