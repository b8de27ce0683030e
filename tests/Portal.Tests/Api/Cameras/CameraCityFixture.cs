using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Transparency.Core.AuditTrail;
using Transparency.Core.Cameras;
using Transparency.Core.Database;
using Transparency.Portal.Tests.Host;

namespace Transparency.Portal.Tests.Api.Cameras;

/// <summary>
/// The city with cameras that deliver by themselves: a vendor's (7), one without a council decision (8), a shopping centre's (9) and a
/// patrol car (10); the ground of two areas is known.
/// </summary>
public sealed class CameraCityFixture : PortalFixture
{
    public async Task<string> KeyAsync(int camera) => (await IssueAsync(camera)).Key!;

    public Task<CameraKeyIssue> IssueAsync(int camera, bool revokeOnly = false) =>
        Get<IssueCameraKey>().RunAsync(
            new AuditContext { Actor = Actor.System(SampleCity.City), Purpose = "test", At = Clock.Now }, camera, revokeOnly);

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var connection = await Get<SqlDatabase>().OpenAsync(TestContext.Current.CancellationToken);
        return (await connection.ExecuteScalarAsync<T>(sql))!;
    }

    protected override async Task FillAsync()
    {
        await base.FillAsync();
        await Services.GetRequiredService<SqlDatabase>().WriteAsync(async scope =>
        {
            await scope.Connection.ExecuteAsync(
                """
                insert into cameras (number, name, area_id, kind, facing, feed, status, approval_id, created_ms, live_ms)
                values (7, 'Quay Street', 'harbor', 'vendor', 'north', '', 'live', 'program', 0, 0),
                       (8, 'Alley', 'harbor', 'vendor', 'north', '', 'live', null, 0, 0),
                       (9, 'Harbor Mall', 'harbor', 'contributed', 'exit', '', 'live', 'program', 0, 0),
                       (10, 'Car 10', 'harbor', 'mobile', 'ahead', '', 'live', 'program', 0, 0);
                """,
                transaction: scope.Transaction);
            await AreaGrounds.SetAsync(scope, "harbor", "36.60,-121.92 36.60,-121.90 36.62,-121.90 36.62,-121.92");
            await AreaGrounds.SetAsync(scope, "old-town", "36.60,-121.90 36.60,-121.88 36.62,-121.88 36.62,-121.90");
        });
    }
}
