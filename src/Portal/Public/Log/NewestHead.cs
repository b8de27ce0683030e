using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Portal.Public.Parts;
using Transparency.Reports.Seal;

namespace Transparency.Portal.Public.Log;

/// <summary>The newest signed head as stamps show it: what a checkpoint says, never a head that is not signed yet.</summary>
public sealed class NewestHead(IServiceProvider services, TimeProvider time)
{
    /// <summary>Null before the log has one.</summary>
    public async Task<LogHead?> ReadAsync(City city, CancellationToken cancellation = default)
    {
        var status = await services.GetRequiredService<LogStatusQuery>().ReadAsync(time.GetUtcNow(), cancellation);
        return Of(city, status);
    }

    internal static LogHead? Of(City city, LogStatus status) => status.CheckpointAt is not { } at ? null : new LogHead
    {
        Origin = city.LogOrigin,
        Size = status.Size,
        Time = CityTime.Local(city, at),
        Zone = CityTime.ZoneName(city, at),
        RootHash = Convert.ToHexStringLower(Convert.FromBase64String(status.Root)),
        Witnesses = status.Witnesses,
    };
}
