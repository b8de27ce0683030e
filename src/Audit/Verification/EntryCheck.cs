using Transparency.Audit.Entries;
using Transparency.Audit.Schemas;

namespace Transparency.Audit.Verification;

/// <summary>Reads each entry that the tree vouches for and holds it against its act's schema and its day's disclosures.</summary>
internal sealed class EntryCheck(Findings findings, DisclosureCheck disclosures)
{
    private readonly EntryParser _parser = new();
    private readonly Dictionary<string, long> _acts = [];
    private string? _agency;

    public long Count { get; private set; }

    public IReadOnlyDictionary<string, long> Acts => _acts;

    public async ValueTask CheckAsync(long index, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        Count++;
        if (_parser.Parse(bytes.Span) is not { } entry)
        {
            findings.Problem($"entry {index}", "The entry is in the tree but not in the format of the log.");
            Skip(index);
            return;
        }
        _acts[entry.Act] = _acts.GetValueOrDefault(entry.Act) + 1;
        _agency ??= entry.Agency;
        if (entry.Agency != _agency)
        {
            findings.Problem($"entry {index}", $"The entry is of the agency {entry.Agency}; this log is of {_agency}.");
        }
        var schema = EntrySchemas.Find(entry.Act, entry.Version);
        if (schema is null)
        {
            findings.Problem($"entry {index}",
                $"This edition of the verifier knows no act {entry.Act} in version {entry.Version}. A newer edition may.");
            Skip(index);
            return;
        }
        if (!schema.Fits(entry))
        {
            findings.Problem($"entry {index}", $"The entry does not have the fields of the act {entry.Act}.");
            Skip(index);
            return;
        }
        await disclosures.CheckAsync(index, entry, schema, cancellation);
    }

    /// <summary>An entry whose bytes are not those in the tree, or cannot be read.</summary>
    public void Skip(long index) => disclosures.Skip(index);
}
