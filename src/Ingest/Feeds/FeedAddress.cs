using System.Diagnostics.CodeAnalysis;

namespace Transparency.Ingest.Feeds;

public enum FeedKind
{
    Rtsp,
    Http,
    Video,
    Pictures,
}

/// <summary>Where a camera's pictures come from. May hold a user name and password: only <see cref="ToString"/> may be shown or logged.</summary>
public sealed class FeedAddress
{
    private FeedAddress(FeedKind kind, string value) => (Kind, Value) = (kind, value);

    public FeedKind Kind { get; }

    /// <summary>The whole address, for the decoder alone.</summary>
    internal string Value { get; }

    /// <summary>A stream that goes on by itself, as opposed to files that are read through once.</summary>
    public bool IsLive => Kind is FeedKind.Rtsp or FeedKind.Http;

    /// <summary>Reads an address: rtsp://, http://, https://, the path of a video file, or the path of a folder of pictures.</summary>
    /// <param name="text">As entered.</param>
    /// <param name="address">Null when it cannot be one.</param>
    /// <param name="problem">What is wrong, without the address itself.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out FeedAddress? address, out string problem)
    {
        (address, problem) = (null, "");
        if (string.IsNullOrWhiteSpace(text) || text.Length > 1000 || text.Any(char.IsControl))
        {
            problem = "A feed is an address or a path of at most 1,000 characters.";
        }
        else if (text.Contains("://", StringComparison.Ordinal))
        {
            address = Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? OfScheme(uri.Scheme, text) : null;
            problem = address is null ? "A feed's address begins with rtsp://, http:// or https:// and names a host." : "";
        }
        else if (Directory.Exists(text))
        {
            address = new FeedAddress(FeedKind.Pictures, Path.GetFullPath(text));
        }
        else if (File.Exists(text))
        {
            address = new FeedAddress(FeedKind.Video, Path.GetFullPath(text));
        }
        else
        {
            problem = "There is no file or folder at the feed's path.";
        }

        return address is not null;
    }

    /// <summary>Kind and host, or kind and file name: nothing that opens anything.</summary>
    public override string ToString() => Kind switch
    {
        FeedKind.Rtsp or FeedKind.Http => $"{new Uri(Value).Scheme}://{new Uri(Value).Host}",
        _ => Path.GetFileName(Value),
    };

    private static FeedAddress? OfScheme(string scheme, string text) => scheme switch
    {
        "rtsp" => new FeedAddress(FeedKind.Rtsp, text),
        "http" or "https" => new FeedAddress(FeedKind.Http, text),
        _ => null,
    };
}
