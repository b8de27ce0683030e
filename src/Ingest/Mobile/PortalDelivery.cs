using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Transparency.Core.Agencies;
using Transparency.Ingest.Delivery;
using Transparency.Ingest.Feeds;

namespace Transparency.Ingest.Mobile;

/// <summary>
/// Carries a car's spool to the portal, oldest first, whenever the portal can be reached: all day or after the shift. What the portal
/// has not answered for is sent again; it knows each read by its id.
/// </summary>
public sealed class PortalDelivery(
    Spool spool, RefusalLedger refusals, HttpClient portal, string key, City city, TimeProvider time, ILogger<PortalDelivery> logger)
{
    private const int MostReads = 100;

    // In base64 a third more, and the portal takes eight megabytes.
    private const int MostBytes = 4 << 20;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    /// <summary>Records that the portal has answered for.</summary>
    public long Delivered { get; private set; }

    public async Task RunAsync(CancellationToken cancellation)
    {
        for (var failures = 0; !cancellation.IsCancellationRequested;)
        {
            var outcome = await StepAsync(cancellation);
            failures = outcome == Outcome.Away ? failures + 1 : 0;
            if (outcome == Outcome.Away)
            {
                await Task.Delay(Backoff.Camera.After(failures), time, cancellation);
            }
            else if (outcome == Outcome.NothingWaits)
            {
                await spool.WaitAsync(Idle, cancellation);
            }
        }
    }

    /// <summary>Sends one message, or finds that nothing waits or that the portal cannot be reached.</summary>
    public async Task<Outcome> StepAsync(CancellationToken cancellation)
    {
        var records = spool.Read(MostReads, MostBytes);
        if (records.Count == 0 && !refusals.HasNews)
        {
            return Outcome.NothingWaits;
        }

        var (counts, version) = refusals.Read();
        var payloads = records.Select(record => record.Payload).ToList();
        var message = NativeMessage.Write(
            payloads.Where(payload => !SpooledOutage.Is(payload)).Select(SpooledDetection.Read),
            payloads.Where(SpooledOutage.Is).Select(SpooledOutage.Read),
            counts);
        if (!await SendAsync(message, cancellation))
        {
            return Outcome.Away;
        }

        refusals.Saved(version, city.DayOf(time.GetUtcNow()).AddDays(-1));
        if (records.Count > 0)
        {
            spool.Acknowledge(records[^1].End);
            Delivered += records.Count;
        }

        return Outcome.Sent;
    }

    // 403 is an answer too: the portal has refused the reads and counted them. Anything else may pass, a key can be given again.
    private async Task<bool> SendAsync(byte[] message, CancellationToken cancellation)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "api/cameras/native") { Content = new ByteArrayContent(message) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            using var answer = await portal.SendAsync(request, cancellation);
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Forbidden))
            {
                logger.LogWarning("The portal answers {Status}; what was read waits.", (int)answer.StatusCode);
            }

            return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Forbidden;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    public enum Outcome
    {
        Sent,
        NothingWaits,
        Away,
    }
}
