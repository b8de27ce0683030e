using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Transparency.Core.Agencies;

namespace Transparency.Ingest.Mobile;

/// <summary>What the portal last said of this car's reader, kept for shifts that begin without network.</summary>
/// <param name="Camera">Its number.</param>
/// <param name="MayRead">Whether a council decision and a policy cover it.</param>
/// <param name="Refusal">Why not, for people.</param>
/// <param name="City">The city's name.</param>
/// <param name="TimeZone">Of the city, by its IANA name.</param>
/// <param name="At">When the portal said so.</param>
public sealed record CarStanding(int Camera, bool MayRead, string? Refusal, string City, string TimeZone, DateTimeOffset At)
{
    /// <summary>After so long the portal must be asked again before anything is read.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromDays(7);

    private const string File = "standing.json";

    /// <summary>Asks the portal; when it cannot be reached, what it said last. Null when it never said anything, or too long ago.</summary>
    public static async Task<CarStanding?> FindAsync(HttpClient portal, string key, string folder, DateTimeOffset now, CancellationToken cancellation)
    {
        var file = Path.Combine(folder, File);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "api/cameras/standing");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            using var answer = await portal.SendAsync(request, cancellation);
            answer.EnsureSuccessStatusCode();
            var standing = await answer.Content.ReadFromJsonAsync<CarStanding>(cancellation);
            await System.IO.File.WriteAllTextAsync(file, JsonSerializer.Serialize(standing), cancellation);
            return standing;
        }
        catch (Exception e) when (e is HttpRequestException { StatusCode: null } or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            var standing = System.IO.File.Exists(file) ? JsonSerializer.Deserialize<CarStanding>(await System.IO.File.ReadAllTextAsync(file, cancellation)) : null;
            return standing is not null && (now - standing.At).Duration() <= Validity ? standing : null;
        }
    }

    /// <summary>As much of the city as a car needs.</summary>
    internal City ToCity() => new()
    {
        Name = City,
        PoliceName = "",
        AgencyId = "",
        TimeZone = TimeZone,
        LogOrigin = "",
        IsDemonstration = false,
    };
}
