using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Transparency.Ingest.Delivery;

namespace Transparency.Ingest.Tests.Feeds;

/// <summary>
/// An HTTP MJPEG camera that sends some pictures on each connection and then hangs up, or falls silent in the middle of one.
/// </summary>
internal sealed class FlakyCamera : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly byte[] _picture;
    private readonly int _pictures;
    private readonly bool _stalls;
    private Task _serving = Task.CompletedTask;
    private int _connections;

    private FlakyCamera(int pictures, bool stalls)
    {
        (_pictures, _stalls) = (pictures, stalls);
        using var encoder = new JpegEncoder();
        _picture = encoder.EncodeRgb([.. Enumerable.Range(0, 160 * 120 * 3).Select(i => (byte)(i * 7))], 160, 120);
    }

    public string Address => $"http://viewer:secret@127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/video.mjpg";

    public int Connections => Volatile.Read(ref _connections);

    public static Task<FlakyCamera> StartAsync(int picturesPerConnection, bool stalls)
    {
        var camera = new FlakyCamera(picturesPerConnection, stalls);
        camera._listener.Start();
        camera._serving = camera.ServeAsync();
        return Task.FromResult(camera);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                await ServeAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        try
        {
            _ = await stream.ReadAsync(new byte[4096], _stop.Token);
            if (_pictures == 0)
            {
                await stream.WriteAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), _stop.Token);
                return;
            }

            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=b\r\nConnection: close\r\n\r\n"u8.ToArray(), _stop.Token);
            for (var i = 0; i < _pictures; i++)
            {
                await SendAsync(stream, _picture);
                await Task.Delay(40, _stop.Token);
            }

            if (_stalls)
            {
                await SendAsync(stream, _picture, _picture.Length / 2);
                _ = await stream.ReadAsync(new byte[1], _stop.Token);
            }
        }
        catch (IOException)
        {
            // The reader hung up.
        }
    }

    private async Task SendAsync(NetworkStream stream, byte[] picture, int? cut = null)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"--b\r\nContent-Type: image/jpeg\r\nContent-Length: {picture.Length}\r\n\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), _stop.Token);
        await stream.WriteAsync(picture.AsMemory(0, cut ?? picture.Length), _stop.Token);
        await stream.WriteAsync("\r\n"u8.ToArray(), _stop.Token);
    }
}
