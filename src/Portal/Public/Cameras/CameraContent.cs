using Transparency.Core.Agencies;
using Transparency.Core.Approvals;
using Transparency.Core.Cameras;
using Transparency.Core.Policies;

namespace Transparency.Portal.Public.Cameras;

/// <summary>One area's cameras.</summary>
public sealed record AreaCameras(Area Area, IReadOnlyList<Camera> Cameras, CameraUptime Uptime)
{
    public int Live => Cameras.Count(c => c.Status == CameraStatus.Live);
}

/// <summary>What the page about cameras shows: no more than the policy's precision allows.</summary>
public sealed record CameraContent
{
    /// <summary>Days over which uptime is told.</summary>
    public const int UptimeDays = 30;

    public required City City { get; init; }

    public required DateTimeOffset At { get; init; }

    public required CameraPrecision Precision { get; init; }

    public required IReadOnlyList<AreaCameras> Areas { get; init; }

    /// <summary>Council decisions about cameras, newest first, each with the cameras it covers now.</summary>
    public required IReadOnlyList<(Approval Decision, int Cameras)> Decisions { get; init; }

    public IEnumerable<Camera> Cameras => Areas.SelectMany(area => area.Cameras);

    public CameraUptime Uptime => Areas.Aggregate(default(CameraUptime), (sum, area) => sum + area.Uptime);

    public int Count(string status) => Cameras.Count(camera => camera.Status == status);
}

/// <summary>Gathers the page about cameras.</summary>
public sealed class CameraContentReader(
    AreaStore areas, CameraStore cameras, CameraOutageStore outages, ApprovalStore approvals, PolicyStore policies)
{
    public async Task<CameraContent> ReadAsync(City city, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var since = now.AddDays(-CameraContent.UptimeDays);
        var all = await cameras.ListAsync(cancellation);
        var lost = (await outages.ListAsync(since, now, cancellation)).ToLookup(outage => outage.Camera);
        var policy = await policies.InForceAsync(now, cancellation);
        return new CameraContent
        {
            City = city,
            At = now,
            Precision = policy?.Terms.Publication.CameraLocations ?? CameraPrecision.CountOnly,
            Areas =
            [
                .. from area in await areas.ListAsync(cancellation)
                   let here = all.Where(camera => camera.AreaId == area.Id).ToList()
                   let uptime = here.Aggregate(default(CameraUptime), (sum, c) => sum + CameraUptime.Of(c, lost[c.Number], since, now))
                   select new AreaCameras(area, here, uptime),
            ],
            Decisions =
            [
                .. from decision in await approvals.AllAsync(cancellation)
                   where decision.Kind is ApprovalKind.Camera or ApprovalKind.Program
                   select (decision, all.Count(c => c.ApprovalId == decision.Id && c.Status != CameraStatus.Removed)),
            ],
        };
    }
}
