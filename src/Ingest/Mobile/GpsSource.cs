using System.Net.Sockets;
using Transparency.Ingest.Feeds;

namespace Transparency.Ingest.Mobile;

/// <summary>
/// Follows a receiver and writes its positions into the track: <c>gpsd://HOST[:2947]</c>, a device such as /dev/ttyUSB0, or a file of
/// NMEA sentences or gpsd reports. A source that breaks off is opened again; a file ends.
/// </summary>
public sealed class GpsSource(string source, GpsTrack track, TimeProvider time)
{
    private const int DaemonPort = 2947;

    // A receiver's clock is right; ours may not be, and the pictures bear ours.
    private readonly bool _isLive = source.StartsWith("gpsd://", StringComparison.Ordinal) || source.StartsWith("/dev/", StringComparison.Ordinal);

    public async Task RunAsync(CancellationToken cancellation)
    {
        for (var failures = 1; !cancellation.IsCancellationRequested; failures++)
        {
            try
            {
                using var reader = await OpenAsync(cancellation);
                while (await reader.ReadLineAsync(cancellation) is { } line)
                {
                    failures = Take(line) ? 0 : failures;
                }
            }
            catch (Exception e) when (e is IOException or SocketException or UnauthorizedAccessException)
            {
                // Until it is there again detections have no place.
            }

            if (!_isLive)
            {
                return;
            }

            await Task.Delay(Backoff.Camera.After(failures), time, cancellation);
        }
    }

    private bool Take(string line)
    {
        if ((line.StartsWith('{') ? GpsdReport.Read(line) : NmeaSentence.Read(line)) is not { } fix)
        {
            return false;
        }

        track.Add(_isLive ? time.GetUtcNow() : fix.At ?? time.GetUtcNow(), fix.Place);
        return true;
    }

    private async Task<StreamReader> OpenAsync(CancellationToken cancellation)
    {
        if (!source.StartsWith("gpsd://", StringComparison.Ordinal))
        {
            return new StreamReader(new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        }

        var address = new Uri(source);
        var client = new TcpClient();
        try
        {
            await client.ConnectAsync(address.Host, address.Port > 0 ? address.Port : DaemonPort, cancellation);
            await client.GetStream().WriteAsync("?WATCH={\"enable\":true,\"json\":true}\n"u8.ToArray(), cancellation);
            return new StreamReader(client.GetStream());
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }
}
