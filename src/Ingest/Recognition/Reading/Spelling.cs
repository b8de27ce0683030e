namespace Transparency.Ingest.Recognition.Reading;

/// <summary>Decides which zeros are the letter O: where a series' format has a letter, or where a word of letters only would have one.</summary>
internal static class Spelling
{
    public static string Spell(string text)
    {
        if (!text.Contains('0', StringComparison.Ordinal) || text.All(char.IsAsciiDigit))
        {
            return text;
        }

        if (PlateFormats.Shaped(text) is { } shape)
        {
            return string.Concat(text.Select((c, i) => c == '0' && shape[i] == 'L' ? 'O' : c));
        }

        return text.All(c => c == '0' || char.IsAsciiLetter(c)) ? text.Replace('0', 'O') : text;
    }
}
