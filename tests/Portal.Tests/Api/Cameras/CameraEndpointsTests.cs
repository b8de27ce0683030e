using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Transparency.Core.Statistics;

namespace Transparency.Portal.Tests.Api.Cameras;

public sealed class CameraEndpointsTests(CameraCityFixture portal) : IClassFixture<CameraCityFixture>
{
    private const string Plates = "select count(*) from detections d join plates p on p.plate_id = d.plate_id where p.text = ";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_read_is_stored_once_however_often_it_is_sent()
    {
        var message = CameraSamples.RekorGroup(portal.Clock.Now, "once", "8ONE111");
        var key = await portal.KeyAsync(7);

        var first = await SendAsync("rekor", key, message);
        var again = await SendAsync("rekor", key, message);

        Assert.Equal((HttpStatusCode.OK, 1, 0), (first.Status, first.Stored, first.Repeated));
        Assert.Equal((HttpStatusCode.OK, 0, 1), (again.Status, again.Stored, again.Repeated));
        Assert.Equal(1, await portal.AskAsync<int>($"{Plates}'8ONE111'"));
        Assert.True(await portal.AskAsync<int>("select photo_bytes from detections d join plates p on p.plate_id = d.plate_id where p.text = '8ONE111'") > 0);
    }

    [Fact]
    public async Task Every_format_is_taken_in_and_the_key_tells_the_camera()
    {
        var key = await portal.KeyAsync(9);
        var at = portal.Clock.Now.AddMinutes(-3);

        await SendAsync("hikvision", key, CameraSamples.HikvisionForm(at, "8HIK111"), CameraSamples.Form);
        await SendAsync("platerecognizer", key, CameraSamples.PlateRecognizer(at, "8PLR111"));
        await SendAsync("native", key, CameraSamples.Native(at, "n1", "8NAT111"));
        var life = await SendAsync("rekor", key, CameraSamples.RekorHeartbeat);

        Assert.Equal((HttpStatusCode.OK, 0), (life.Status, life.Stored));
        Assert.Equal(3, await portal.AskAsync<int>($"{Plates}'8HIK111' and camera = 9") + await portal.AskAsync<int>($"{Plates}'8PLR111' and camera = 9") + await portal.AskAsync<int>($"{Plates}'8NAT111' and camera = 9"));
        Assert.Equal("reading", await portal.AskAsync<string>("select state from camera_reports where camera = 9"));
    }

    [Fact]
    public async Task The_frames_of_one_vehicle_are_one_detection_though_one_has_a_character_wrong()
    {
        var key = await portal.KeyAsync(7);
        var at = portal.Clock.Now.AddMinutes(-10);

        foreach (var (frame, plate) in new[] { "8FRM111", "8FRM111", "8FRM1I1", "8FRM11" }.Index())
        {
            await SendAsync("rekor", key, CameraSamples.RekorResults(at.AddMilliseconds(frame * 200), $"frame {frame}", plate));
        }

        Assert.Equal(1, await portal.AskAsync<int>("select count(*) from detections d join plates p on p.plate_id = d.plate_id where p.text like '8FRM%'"));
    }

    [Fact]
    public async Task A_camera_without_a_council_decision_is_refused_counted_and_in_the_log_of_the_day()
    {
        var key = await portal.KeyAsync(8);

        var answer = await SendAsync("native", key, CameraSamples.Native(portal.Clock.Now, "x", "8NOT111"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(0, await portal.AskAsync<int>($"{Plates}'8NOT111'"));
        Assert.Equal(1, await portal.AskAsync<int>("select value from ingest_refusals where camera = 8 and reason = 'no-approval'"));
        await portal.Get<RecordDailyTotals>().RunAsync(portal.Clock.Now.AddDays(1).AddHours(2), Cancellation);
        Assert.Equal(1, await portal.AskAsync<int>("select count(*) from log_entries where act = 'ingest-refused' and elements = 'camera 8'"));
    }

    [Fact]
    public async Task Without_a_key_or_with_one_that_was_revoked_nothing_is_taken_in()
    {
        var old = await portal.KeyAsync(9);
        var message = CameraSamples.Native(portal.Clock.Now, "k", "8KEY111");
        var current = await portal.KeyAsync(9);

        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync("native", old, message)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync("native", "tcam_guess", message)).Status);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync("native", current, message)).Status);
        await portal.IssueAsync(9, revokeOnly: true);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync("native", current, message)).Status);
        Assert.Equal(0, await portal.AskAsync<int>($"select count(*) from camera_keys where hash like '%{current[^20..]}%'"));
    }

    [Fact]
    public async Task A_camera_that_is_read_from_its_feed_gets_no_key() => Assert.Equal("read-from-feed", (await portal.IssueAsync(1)).Refusal!.Code);

    [Fact]
    public async Task The_key_may_come_as_a_password_or_in_the_address()
    {
        var key = await portal.KeyAsync(7);
        using var client = portal.CreateClient();
        using var basic = Request("/api/cameras/rekor", CameraSamples.RekorHeartbeat, "application/json");
        basic.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"camera:{key}")));
        using var address = Request($"/api/cameras/rekor?key={key}", CameraSamples.RekorHeartbeat, "application/json");

        using var first = await client.SendAsync(basic, Cancellation);
        using var second = await client.SendAsync(address, Cancellation);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
    }

    [Fact]
    public async Task What_is_not_understood_is_counted_and_what_is_too_large_is_not_read()
    {
        var key = await portal.KeyAsync(7);

        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync("native", key, "{\"plate\": "u8.ToArray())).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SendAsync("native", key, new byte[9 << 20])).Status);
        Assert.True(await portal.AskAsync<int>("select value from ingest_refusals where camera = 7 and reason = 'malformed'") >= 1);
    }

    [Fact]
    public async Task A_patrol_cars_read_counts_in_the_area_where_it_was_made()
    {
        var key = await portal.KeyAsync(10);
        const string Reads = "select coalesce(sum(value), 0) from daily_totals where measure = 'reads' and area_id = 'old-town'";
        var before = await portal.AskAsync<long>(Reads);

        await SendAsync("native", key, CameraSamples.Native(portal.Clock.Now.AddHours(-6), "m1", "8CAR111", ""","place":{"latitude":36.61,"longitude":-121.89}"""));

        Assert.Equal(before + 1, await portal.AskAsync<long>(Reads));
        Assert.Equal("old-town", await portal.AskAsync<string>("select area_id from detection_places"));
    }

    private async Task<(HttpStatusCode Status, int Stored, int Repeated)> SendAsync(string format, string key, byte[] message, string type = "application/json")
    {
        using var client = portal.CreateClient();
        using var request = Request($"/api/cameras/{format}", message, type);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        request.Headers.ExpectContinue = message.Length > 8 << 20;
        using var response = await client.SendAsync(request, Cancellation);
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement;
        return answer.TryGetProperty("stored", out var stored)
            ? (response.StatusCode, stored.GetInt32(), answer.GetProperty("repeated").GetInt32())
            : (response.StatusCode, 0, 0);
    }

    private static HttpRequestMessage Request(string path, byte[] message, string type)
    {
        var content = new ByteArrayContent(message);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
    }
}
