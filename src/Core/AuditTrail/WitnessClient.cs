using System.Net.Http.Headers;
using System.Text;
using Transparency.Audit.Witnessing;

namespace Transparency.Core.AuditTrail;

/// <summary>Posts <c>add-checkpoint</c> to a witness, patient for seconds only and for small answers only.</summary>
public sealed class WitnessClient(HttpClient http)
{
    private const int LargestAnswer = 16 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <returns>Null where there was no answer, or none that the protocol knows.</returns>
    public async Task<WitnessAnswer?> AddAsync(Uri address, AddCheckpointRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(request);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            using var body = new ByteArrayContent(request.ToBytes());
            body.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
            var target = new Uri($"{address.ToString().TrimEnd('/')}/{AddCheckpointRequest.Path}");
            using var answer = await http.PostAsync(target, body, patience.Token);
            await answer.Content.LoadIntoBufferAsync(LargestAnswer, patience.Token);
            var text = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(patience.Token));
            return new WitnessAnswer((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString() ?? "", text);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
