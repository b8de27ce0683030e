using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Portal.Public.Parts;
using Transparency.Reports.Seal;

namespace Transparency.Portal.Public.Log;

/// <summary>The newest signed head as stamps show it.</summary>
public sealed class NewestHead(LogSummaryQuery log)
{
    /// <summary>Null before the log has one.</summary>
    public async Task<LogHead?> ReadAsync(City city, CancellationToken cancellation = default)
    {
        if (await log.HeadAsync(cancellation) is not { } head)
        {
            return null;
        }

        var at = DateTimeOffset.FromUnixTimeMilliseconds(head.AtMs);
        return new LogHead
        {
            Origin = city.LogOrigin,
            Size = head.Size,
            Time = CityTime.Local(city, at),
            Zone = CityTime.ZoneName(city, at),
            RootHash = Convert.ToHexStringLower(head.Root),
        };
    }
}
