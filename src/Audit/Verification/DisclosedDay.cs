using Transparency.Audit.Entries;

namespace Transparency.Audit.Verification;

/// <summary>The disclosure file of one day, one entry at a time. Null where there is no file.</summary>
internal sealed class DisclosedDay
{
    private DisclosureReader? _reader;

    public DisclosedDay(DisclosureReader? reader)
    {
        _reader = reader;
        IsPublished = reader is { IsBroken: false };
        Advance();
    }

    public bool IsPublished { get; }

    public bool IsBroken { get; private set; }

    /// <summary>The index of the entry that comes next in the file; null after the last.</summary>
    public long? Waiting { get; private set; }

    public IReadOnlyList<OpenedField> Fields => _reader?.Fields ?? [];

    /// <summary>Entries of the day whose public fields the file does not open.</summary>
    public long Withheld { get; set; }

    public void Advance()
    {
        if (_reader is null)
        {
            return;
        }
        if (_reader.Next())
        {
            Waiting = _reader.Index;
            return;
        }
        // Let go of the file's bytes.
        (Waiting, IsBroken, _reader) = (null, _reader.IsBroken, null);
    }
}
