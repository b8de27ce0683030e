using Dapper;
using Transparency.Core.Cameras;
using Transparency.Core.Database;
using Transparency.Core.Tests.Database;

namespace Transparency.Core.Tests.Cameras;

public sealed class CameraStoreTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 20, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_facts_of_a_camera_name_its_decision_and_the_policy_in_force()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Sql.WriteAsync(scope => SampleCameras.InsertAsync(scope, 7, approved: true), Cancellation);

        var facts = Assert.Single(await new CameraStore(database.Sql).FactsAsync(Noon, Cancellation));

        Assert.Equal(("camera", "2026-03-03", 1), (facts.Approval!.Kind, facts.Approval.MeetingDay, facts.PolicyVersion));
        Assert.Null(CameraGate.Refusal(facts, new DateOnly(2026, 11, 22)));
    }

    [Fact]
    public async Task Before_the_first_policy_takes_effect_none_is_in_force()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Sql.WriteAsync(scope => SampleCameras.InsertAsync(scope, 7, approved: true), Cancellation);

        var facts = Assert.Single(await new CameraStore(database.Sql).FactsAsync(Noon.AddYears(-1), Cancellation));

        Assert.Null(facts.PolicyVersion);
    }

    [Fact]
    public async Task A_camera_never_prints_its_feed()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Sql.WriteAsync(scope => SampleCameras.InsertAsync(scope, 7, approved: false), Cancellation);

        var camera = await new CameraStore(database.Sql).FindAsync(7, Cancellation);

        Assert.NotNull(camera);
        Assert.Contains("secret", camera.Feed, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", camera.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_learns_which_cameras_were_offline_in_its_window()
    {
        await using var database = await TestDatabase.CreateAsync();
        var outages = new CameraOutageStore(database.Sql);
        await database.Sql.WriteAsync(
            async scope =>
            {
                await SampleCameras.InsertAsync(scope, 1, approved: true);
                await SampleCameras.InsertAsync(scope, 2, approved: true);
                await OpenAsync(scope, 1, Noon.AddHours(-3));
                await CameraOutageStore.CloseAsync(scope, 1, Noon.AddHours(-2));
                await OpenAsync(scope, 2, Noon.AddMinutes(-10));
            },
            Cancellation);
        await ReportAsync(database.Sql, Noon, 1, 2);

        Assert.Equal([1], await outages.OfflineCamerasAsync(Noon.AddHours(-4), Noon.AddHours(-1), Noon, Cancellation));
        Assert.Equal([1, 2], await outages.OfflineCamerasAsync(Noon.AddHours(-4), Noon, Noon, Cancellation));
        Assert.Empty(await outages.OfflineCamerasAsync(Noon.AddHours(-2), Noon.AddHours(-1), Noon, Cancellation));
    }

    [Fact]
    public async Task A_camera_whose_worker_went_silent_counts_as_offline_from_its_last_report()
    {
        await using var database = await TestDatabase.CreateAsync();
        var outages = new CameraOutageStore(database.Sql);
        await database.Sql.WriteAsync(scope => SampleCameras.InsertAsync(scope, 1, approved: true), Cancellation);
        await ReportAsync(database.Sql, Noon.AddMinutes(-30), 1);

        Assert.Equal([1], await outages.OfflineCamerasAsync(Noon.AddHours(-1), Noon, Noon, Cancellation));
        Assert.Empty(await outages.OfflineCamerasAsync(Noon.AddHours(-2), Noon.AddHours(-1), Noon, Cancellation));
    }

    [Fact]
    public async Task An_outage_is_opened_once_and_never_ends_before_it_began()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Sql.WriteAsync(
            async scope =>
            {
                await SampleCameras.InsertAsync(scope, 1, approved: true);
                await OpenAsync(scope, 1, Noon);
                await OpenAsync(scope, 1, Noon.AddMinutes(1));
                await CameraOutageStore.CloseAsync(scope, 1, Noon.AddMinutes(-5));
            },
            Cancellation);

        await using var connection = await database.Sql.OpenAsync(Cancellation);
        var outage = await connection.QuerySingleAsync<(long From, long To)>("select from_ms, to_ms from camera_outages");

        Assert.Equal((Noon.ToUnixTimeMilliseconds(), Noon.ToUnixTimeMilliseconds()), outage);
    }

    [Fact]
    public async Task A_report_replaces_the_one_before()
    {
        await using var database = await TestDatabase.CreateAsync();
        await ReportAsync(database.Sql, Noon.AddMinutes(-1), 1);
        await ReportAsync(database.Sql, Noon, 1);

        var report = Assert.Single(await new CameraReportStore(database.Sql).ListAsync(Cancellation));

        Assert.Equal(Noon.ToUnixTimeMilliseconds(), report.AtMs);
    }

    private static Task OpenAsync(WriteScope scope, int camera, DateTimeOffset from) =>
        CameraOutageStore.OpenAsync(
            scope,
            new CameraOutage
            {
                Id = Guid.CreateVersion7(from).ToString(),
                Camera = camera,
                FromMs = from.ToUnixTimeMilliseconds(),
                Reason = "The feed stopped sending pictures.",
            });

    private static Task ReportAsync(SqlDatabase database, DateTimeOffset at, params int[] cameras) =>
        new CameraReportStore(database).SaveAsync(
            [.. cameras.Select(camera => new CameraReport
            {
                Camera = camera,
                AtMs = at.ToUnixTimeMilliseconds(),
                State = CameraState.Reading,
                Frames = 100,
                FramesDropped = 0,
                Detections = 3,
                Message = "",
            })],
            Cancellation);
}
