using Transparency.Core.Agencies;
using Transparency.Core.Database;
using Transparency.Portal.Tests.Host;

namespace Transparency.Portal.Tests.Public;

/// <summary>The whole portal over the records of <see cref="RecordedCity"/>.</summary>
public sealed class RecordedPortal : PortalFixture
{
    protected override async Task FillAsync()
    {
        Clock.Now = RecordedCity.Now;
        await Get<SqlDatabase>().WriteAsync(scope => CityStore.AddAsync(scope, RecordedCity.City));
        await RecordedCity.FillAsync(Get<SqlDatabase>());
    }
}
