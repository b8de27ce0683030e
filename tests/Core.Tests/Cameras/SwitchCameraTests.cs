using Dapper;
using Transparency.Core.AuditTrail;
using Transparency.Core.Cameras;
using Transparency.Core.Tests.AuditTrail;
using Transparency.Core.Tests.Database;

namespace Transparency.Core.Tests.Cameras;

public sealed class SwitchCameraTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 20, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_camera_with_a_council_decision_can_be_switched_on_and_the_log_says_so()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Sql.WriteAsync(scope => SampleCameras.InsertAsync(scope, 4, approved: true, CameraStatus.Planned), Cancellation);

        var outcome = await SwitchOnAsync(database);

        Assert.Null(outcome.Refusal);
        Assert.Equal("camera-live", outcome.Receipt!.Act);
        var camera = await new CameraStore(database.Sql).FindAsync(4, Cancellation);
        Assert.Equal((CameraStatus.Live, Noon.ToUnixTimeMilliseconds()), (camera!.Status, camera.LiveMs));
    }

    [Fact]
    public async Task A_camera_without_a_council_decision_cannot_be_switched_on_and_the_attempt_is_logged()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Sql.WriteAsync(scope => SampleCameras.InsertAsync(scope, 4, approved: false, CameraStatus.Planned), Cancellation);

        var outcome = await SwitchOnAsync(database);

        Assert.Equal("no-approval", outcome.Refusal!.Code);
        Assert.Equal("camera-refused", outcome.Receipt!.Act);
        Assert.Equal(CameraStatus.Planned, (await new CameraStore(database.Sql).FindAsync(4, Cancellation))!.Status);
        await using var connection = await database.Sql.OpenAsync(Cancellation);
        Assert.Equal("camera-refused", await connection.QuerySingleAsync<string>("select act from log_entries"));
    }

    [Fact]
    public async Task A_camera_that_is_switched_off_is_no_longer_out()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Sql.WriteAsync(
            async scope =>
            {
                await SampleCameras.InsertAsync(scope, 4, approved: true);
                await CameraOutageStore.OpenAsync(
                    scope, new CameraOutage { Id = "o", Camera = 4, FromMs = Noon.AddHours(-1).ToUnixTimeMilliseconds(), Reason = "No pictures." });
            },
            Cancellation);

        var outcome = await new SwitchCameraOff(database.Sql, new AuditLog(MarisolBay.City)).RunAsync(Context, 4, cancellation: Cancellation);

        Assert.Equal("camera-off", outcome.Receipt!.Act);
        Assert.Equal(CameraStatus.Paused, (await new CameraStore(database.Sql).FindAsync(4, Cancellation))!.Status);
        Assert.Empty(await new CameraOutageStore(database.Sql).OfflineCamerasAsync(Noon, Noon.AddHours(1), Noon, Cancellation));
    }

    [Fact]
    public async Task A_removed_camera_cannot_be_switched_on_again()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Sql.WriteAsync(scope => SampleCameras.InsertAsync(scope, 4, approved: true), Cancellation);
        await new SwitchCameraOff(database.Sql, new AuditLog(MarisolBay.City)).RunAsync(Context, 4, forGood: true, Cancellation);

        Assert.Equal(CameraGate.Removed, (await SwitchOnAsync(database)).Refusal);
    }

    [Fact]
    public async Task A_number_without_a_camera_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();

        Assert.Equal(CameraGate.Unknown, (await SwitchOnAsync(database)).Refusal);
    }

    private static AuditContext Context => MarisolBay.By(Noon) with { Purpose = "Council decision of 3 March 2026" };

    private static Task<CameraSwitch> SwitchOnAsync(TestDatabase database) =>
        new SwitchCameraOn(database.Sql, MarisolBay.City, new AuditLog(MarisolBay.City)).RunAsync(Context, 4, Cancellation);
}
