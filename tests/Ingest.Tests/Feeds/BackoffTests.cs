using Transparency.Ingest.Feeds;

namespace Transparency.Ingest.Tests.Feeds;

public sealed class BackoffTests
{
    private readonly Backoff _backoff = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(4, 8)]
    [InlineData(6, 30)]
    [InlineData(1000, 30)]
    public void Each_failure_doubles_the_wait_up_to_the_most(int failures, int seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), _backoff.After(failures, chance: 1));
        Assert.Equal(TimeSpan.FromSeconds(seconds / 2.0), _backoff.After(failures, chance: 0));
    }
}
