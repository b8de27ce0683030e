using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Transparency.Core.Searches;

/// <summary>
/// Loads the dictionary when the portal starts and follows deliveries from then on, so that neither is left to an officer's search. A
/// search never relies on it: it refreshes the dictionary itself.
/// </summary>
public sealed class PlateDictionaryService(PlateDictionary dictionary, TimeProvider time, ILogger<PlateDictionaryService> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host starts no further service before the first await.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await dictionary.RefreshAsync(stoppingToken);
                await Task.Delay(Interval, time, stoppingToken);
            }
            catch (DbException e)
            {
                logger.LogWarning(e, "The plates in memory could not be refreshed; searches will try themselves.");
                await Task.Delay(AfterFailure, time, stoppingToken);
            }
        }
    }
}
