using System.Text;
using Transparency.Audit.Notes;
using Transparency.Audit.Verification;

namespace Transparency.Verify;

/// <summary>Reads checkpoints that others were shown: from files, or from a witness's address. Only those signed with the log's key count.</summary>
internal sealed class OtherHeads(HttpClient http, TextWriter error)
{
    /// <exception cref="IOException">One could not be read.</exception>
    public async Task<IReadOnlyList<(KnownHead Head, string Note)>> ReadAsync(IReadOnlyList<string> places, NoteKey key, CancellationToken cancellation)
    {
        using var log = new NoteVerifier(key);
        var heads = new List<(KnownHead, string)>();
        foreach (var place in places)
        {
            var note = SignedNote.Parse(await BytesAsync(place, cancellation));
            if (note is not null && note.Verify(log).Accepted && Checkpoint.Parse(note.Text) is { } checkpoint && checkpoint.Origin == key.Name)
            {
                heads.Add((new KnownHead($"the head in {place}", checkpoint.Head), note.ToString()));
            }
            else
            {
                await error.WriteLineAsync($"{place} holds no checkpoint that this log's key has signed; it is not compared.");
            }
        }
        return heads;
    }

    private async Task<byte[]> BytesAsync(string place, CancellationToken cancellation)
    {
        try
        {
            return Uri.TryCreate(place, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                ? Encoding.UTF8.GetBytes(await http.GetStringAsync(address, cancellation))
                : await File.ReadAllBytesAsync(place, cancellation);
        }
        catch (HttpRequestException e)
        {
            throw new IOException($"{place} could not be read: {e.Message}", e);
        }
    }
}
