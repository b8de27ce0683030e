using System.Globalization;
using Transparency.Audit.Verification;

namespace Transparency.Verify;

/// <summary>One line on a terminal that says how far the check is; nothing where the output goes to a file.</summary>
internal sealed class ProgressLine(TextWriter error) : IProgress<VerifyProgress>
{
    private const int Width = 30;
    private readonly bool _isTerminal = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
    private long _shown = -1;

    public void Report(VerifyProgress value)
    {
        var percent = value.OfEntries == 0 ? 100 : value.Entries * 100 / value.OfEntries;
        if (!_isTerminal || percent == _shown)
        {
            return;
        }
        _shown = percent;
        var bar = new string('#', (int)(percent * Width / 100)).PadRight(Width, '.');
        error.Write(string.Create(CultureInfo.InvariantCulture, $"\r[{bar}] {value.Entries:N0} of {value.OfEntries:N0} entries"));
        if (value.Entries == value.OfEntries)
        {
            error.WriteLine();
        }
    }
}
