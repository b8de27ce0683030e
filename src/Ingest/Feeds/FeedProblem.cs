namespace Transparency.Ingest.Feeds;

/// <summary>
/// Turns what ffmpeg complains about into a sentence. Its own words are never passed on: they repeat the address with its password.
/// </summary>
internal static class FeedProblem
{
    private static readonly (string Sign, string Sentence)[] Known =
    [
        ("Connection refused", "The camera refuses connections."),
        ("401 Unauthorized", "The camera does not accept the user name or password."),
        ("403 Forbidden", "The camera does not allow access."),
        ("404 Not Found", "The camera has no stream at this address."),
        ("timed out", "The camera does not answer."),
        ("No route to host", "The camera cannot be reached."),
        ("Network is unreachable", "The camera cannot be reached."),
        ("Failed to resolve hostname", "The camera's host name is not known."),
        ("Name or service not known", "The camera's host name is not known."),
        ("No such file", "The file is not there."),
        ("Permission denied", "The file may not be read."),
        ("moov atom not found", "The video is cut off or damaged."),
        ("Invalid data found", "This is not a picture or video that can be read."),
        ("Picture size", "The picture is too large."),
        ("pixels", "The picture is too large."),
    ];

    /// <summary>Null when nothing is recognised.</summary>
    public static string? Describe(string complaint) =>
        Known.FirstOrDefault(known => complaint.Contains(known.Sign, StringComparison.OrdinalIgnoreCase)).Sentence;
}
