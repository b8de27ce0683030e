using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Transparency.Ingest.Tests.Feeds;

/// <summary>
/// A network camera that speaks RTSP (RFC 2326) with RTP interleaved in the same connection and asks for a user name and password. It
/// sends some pictures on each connection and then hangs up; the last connection shows the video over and over.
/// </summary>
internal sealed class RtspCamera : IAsyncDisposable
{
    private const int FramesPerSecond = 10;
    private const string Password = "dmlld2VyOnNlY3JldA=="; // viewer:secret

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly H264Video _video;
    private readonly int _pictures;
    private readonly int _drops;
    private Task _serving = Task.CompletedTask;
    private int _streams;

    private RtspCamera(H264Video video, int pictures, int drops) => (_video, _pictures, _drops) = (video, pictures, drops);

    public string Address => $"rtsp://viewer:secret@{Host}/street?channel=1";

    public string AddressWithWrongPassword => $"rtsp://viewer:guess@{Host}/street";

    /// <summary>How often pictures began to flow.</summary>
    public int Streams => Volatile.Read(ref _streams);

    private string Host => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <param name="video">What is to be seen.</param>
    /// <param name="picturesPerConnection">Sent before it hangs up.</param>
    /// <param name="drops">How often it hangs up.</param>
    public static RtspCamera Start(H264Video video, int picturesPerConnection = int.MaxValue, int drops = int.MaxValue)
    {
        var camera = new RtspCamera(video, picturesPerConnection, drops);
        camera._listener.Start();
        camera._serving = camera.ServeAsync();
        return camera;
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
                await ServeAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        try
        {
            for (var isPlaying = false; !isPlaying;)
            {
                if (await ReadRequestAsync(stream) is not { Count: > 0 } request)
                {
                    return;
                }

                var method = request[0].Split(' ')[0];
                await stream.WriteAsync(Encoding.ASCII.GetBytes(Answer(method, request)), _stop.Token);
                isPlaying = method == "PLAY";
            }

            await PlayAsync(stream, Interlocked.Increment(ref _streams) <= _drops ? _pictures : int.MaxValue);
        }
        catch (IOException)
        {
            // The reader hung up.
        }
    }

    private async Task PlayAsync(NetworkStream stream, int pictures)
    {
        var packets = new RtpPackets();
        for (var i = 0; i < pictures; i++)
        {
            foreach (var packet in packets.Of(_video.Pictures[i % _video.Pictures.Count], FramesPerSecond))
            {
                var head = new byte[] { (byte)'$', 0, 0, 0 };
                BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(2), (ushort)packet.Length);
                await stream.WriteAsync(head, _stop.Token);
                await stream.WriteAsync(packet, _stop.Token);
            }

            await Task.Delay(1000 / FramesPerSecond, _stop.Token);
        }
    }

    // Lines up to the empty one; bodies do not occur.
    private async Task<List<string>> ReadRequestAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var one = new byte[1];
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one, _stop.Token) == 1)
        {
            text.Append((char)one[0]);
        }

        return [.. text.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];
    }

    private string Answer(string method, List<string> request)
    {
        var number = request.Find(line => line.StartsWith("CSeq:", StringComparison.OrdinalIgnoreCase)) ?? "CSeq: 0";
        if (method != "OPTIONS" && !request.Contains($"Authorization: Basic {Password}"))
        {
            return $"RTSP/1.0 401 Unauthorized\r\n{number}\r\nWWW-Authenticate: Basic realm=\"camera\"\r\n\r\n";
        }

        var more = method switch
        {
            "OPTIONS" => "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN\r\n",
            "DESCRIBE" => $"Content-Base: rtsp://{Host}/street/\r\nContent-Type: application/sdp\r\nContent-Length: {Description.Length}\r\n",
            "SETUP" => "Session: 17\r\nTransport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n",
            _ => "Session: 17\r\n",
        };
        return $"RTSP/1.0 200 OK\r\n{number}\r\n{more}\r\n{(method == "DESCRIBE" ? Description : "")}";
    }

    private static string Description =>
        "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=Street\r\nc=IN IP4 0.0.0.0\r\nt=0 0\r\nm=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\n"
        + "a=fmtp:96 packetization-mode=1\r\na=control:track1\r\n";
}
