using System.Globalization;

namespace Transparency.Ingest.Commands;

/// <summary>A command line was not understood: one sentence for whoever typed it. Exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message)
{
    public static void ThrowIf(bool isWrong, string message)
    {
        if (isWrong)
        {
            throw new UsageException(message);
        }
    }
}

/// <summary>
/// The words after a command's name: options that begin with <c>--</c>, each followed by its value unless it is a switch, and plain
/// words. What nobody asked for is an error.
/// </summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> _values = [];
    private readonly HashSet<string> _switches = [];
    private readonly Queue<string> _words = new();

    /// <param name="arguments">The words.</param>
    /// <param name="switches">Names of options without a value.</param>
    public Options(IEnumerable<string> arguments, params string[] switches)
    {
        var words = new Queue<string>(arguments);
        while (words.TryDequeue(out var word))
        {
            if (!word.StartsWith("--", StringComparison.Ordinal) || word.Length == 2)
            {
                _words.Enqueue(word);
            }
            else if (switches.Contains(word[2..]))
            {
                _switches.Add(word[2..]);
            }
            else if (word.IndexOf('=', StringComparison.Ordinal) is > 0 and var at)
            {
                _values[word[2..at]] = word[(at + 1)..];
            }
            else
            {
                _values[word[2..]] = words.TryDequeue(out var value) ? value : throw new UsageException($"{word} needs a value.");
            }
        }
    }

    public bool Has(string name) => _switches.Contains(name);

    /// <summary>Takes an option's value; null when it was not given.</summary>
    public string? Take(string name) => _values.Remove(name, out var value) ? value : null;

    /// <summary>Takes a whole number within bounds.</summary>
    public int? TakeNumber(string name, int least, int most) => Take(name) is { } text ? Number($"--{name}", text, least, most) : null;

    /// <summary>Takes the next plain word.</summary>
    public string TakeWord(string what) => _words.TryDequeue(out var word) ? word : throw new UsageException($"{what} is missing.");

    /// <summary>Takes the next plain word, a whole number within bounds.</summary>
    public int TakeWordNumber(string what, int least, int most) => Number(what, TakeWord(what), least, most);

    /// <summary>Everything was taken, or the first thing that was not is named.</summary>
    public void End()
    {
        if (_values.Keys.FirstOrDefault() is { } option)
        {
            throw new UsageException($"Unknown option: --{option}");
        }

        if (_words.TryPeek(out var word))
        {
            throw new UsageException($"Not understood: {word}");
        }
    }

    private static int Number(string what, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{what} must be a number from {least} to {most}."));
}
