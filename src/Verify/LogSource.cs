using System.Net;

namespace Transparency.Verify;

/// <summary>Where a log's files are read from: a web address or a folder.</summary>
public sealed class LogSource
{
    private const long LargestFile = 64 * 1024 * 1024;
    private const int Attempts = 3;
    private readonly HttpClient _http;
    private readonly Uri? _address;
    private readonly string? _folder;

    private LogSource(HttpClient http, Uri? address, string? folder) => (_http, _address, _folder) = (http, address, folder);

    /// <summary>For people: the address or folder with the log's prefix.</summary>
    public string Name => _address?.ToString() ?? _folder!;

    /// <summary>A portal's address, or its log's; a folder with a copy, or one with a <c>log</c> folder in it.</summary>
    /// <exception cref="IOException">There is no such folder.</exception>
    public static LogSource Open(string source, HttpClient http)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            var path = address.AbsolutePath.TrimEnd('/');
            var prefix = path.EndsWith("/log", StringComparison.Ordinal) ? path : path + "/log";
            return new LogSource(http, new Uri(address, prefix + "/"), null);
        }
        if (!Directory.Exists(source))
        {
            throw new IOException($"{source} is neither a web address nor a folder.");
        }
        var inner = Path.Combine(source, "log");
        return new LogSource(http, null, File.Exists(Path.Combine(inner, "checkpoint")) ? inner : source);
    }

    /// <summary>One file's bytes; null where there is none.</summary>
    /// <exception cref="IOException">It could not be read, after a few attempts.</exception>
    public async Task<byte[]?> ReadAsync(string path, CancellationToken cancellation)
    {
        if (_address is null)
        {
            var file = Path.Combine(_folder!, path);
            return File.Exists(file) ? await File.ReadAllBytesAsync(file, cancellation) : null;
        }
        return await DownloadPatientlyAsync(new Uri(_address, path), cancellation);
    }

    /// <summary>A table that the portal publishes beside the log; null where there is none.</summary>
    /// <exception cref="IOException">It could not be read, after a few attempts.</exception>
    public async Task<byte[]?> ReadTableAsync(string name, string from, string to, CancellationToken cancellation)
    {
        if (_address is null)
        {
            return await ReadAsync(SavedCopy.PathOfTable(name, from, to), cancellation);
        }
        var query = string.Join('&', new[] { ("from", from), ("to", to) }.Where(part => part.Item2.Length > 0).Select(part => $"{part.Item1}={part.Item2}"));
        return await DownloadPatientlyAsync(new Uri(_address, $"../{name}.json{(query.Length > 0 ? "?" + query : "")}"), cancellation);
    }

    private async Task<byte[]?> DownloadPatientlyAsync(Uri address, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await DownloadAsync(address, cancellation);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException && !cancellation.IsCancellationRequested)
            {
                if (attempt == Attempts)
                {
                    throw new IOException($"{address} could not be read: {e.Message}", e);
                }
                await Task.Delay(TimeSpan.FromMilliseconds(200 * attempt), cancellation);
            }
        }
    }

    private async Task<byte[]?> DownloadAsync(Uri address, CancellationToken cancellation)
    {
        using var response = await _http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            return null;
        }
        response.EnsureSuccessStatusCode();
        if (response.Content.Headers.ContentLength > LargestFile)
        {
            throw new IOException("The file is too large to be part of a log.");
        }
        await response.Content.LoadIntoBufferAsync(LargestFile, cancellation);
        return await response.Content.ReadAsByteArrayAsync(cancellation);
    }
}
