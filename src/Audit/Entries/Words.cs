namespace Transparency.Audit.Entries;

/// <summary>
/// Keeps the words it meets, so that a value read a million times is one string. Keeps a bounded number: a hostile file does not fill
/// the memory. Not for several threads at once.
/// </summary>
internal sealed class Words
{
    private const int MostKept = 20_000;
    private const int LongestKept = 64;
    private readonly Dictionary<string, string> _words = [];

    /// <param name="ascii">Bytes below 128 only.</param>
    public string Get(ReadOnlySpan<byte> ascii)
    {
        if (ascii.Length > LongestKept)
        {
            return System.Text.Encoding.ASCII.GetString(ascii);
        }
        Span<char> chars = stackalloc char[LongestKept];
        chars = chars[..ascii.Length];
        for (var i = 0; i < chars.Length; i++)
        {
            chars[i] = (char)ascii[i];
        }
        var lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(chars, out var known))
        {
            return known;
        }
        var word = chars.ToString();
        if (_words.Count < MostKept)
        {
            _words.Add(word, word);
        }
        return word;
    }
}
