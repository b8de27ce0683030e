using System.Globalization;
using System.Text;
using Transparency.Audit.Entries;
using Transparency.Audit.Merkle;
using Transparency.Audit.Notes;
using Transparency.Audit.Schemas;
using Transparency.Audit.Tiles;
using Transparency.Audit.Verification;

namespace Transparency.Audit.Tests.Verification;

/// <summary>A small published log in memory: searches over a few days, with tiles, checkpoint and disclosures.</summary>
internal sealed class SampleLog
{
    public const string Origin = "marisol-bay.example/log";
    private readonly List<(LogEntry Entry, List<FieldOpening> Openings)> _entries = [];
    private TreeHead _head = TreeHead.Empty;

    public Dictionary<string, byte[]> Files { get; } = [];

    public TreeHead Head => _head;

    public NoteKey Key { get; } = SignedBy().Key;

    public static SampleLog Of(int entries)
    {
        var log = new SampleLog();
        log.Append(entries);
        return log;
    }

    /// <summary>Adds searches, 100 a day, and publishes what follows from them.</summary>
    public TreeHead Append(int count) => Add(Enumerable.Range(_entries.Count, count)
        .Select(i => (SearchActs.Search, Day(i / 100), (IReadOnlyDictionary<string, string>?)null)).ToList());

    /// <summary>Adds entries with the values given; fields without one are empty, and their example where none are given at all.</summary>
    public TreeHead Add(params IReadOnlyList<(string Act, string Day, IReadOnlyDictionary<string, string>? Values)> entries)
    {
        var added = new List<byte[]>();
        foreach (var (act, day, values) in entries)
        {
            var schema = EntrySchemas.Current(act)!;
            var openings = schema.Fields.Select(field => FieldOpening.Create(field.Name, values is null ? Value(field) : values.GetValueOrDefault(field.Name, ""))).ToList();
            var entry = LogEntry.Commit(schema.Version, act, day, "marisol-bay-pd", openings);
            _entries.Add((entry, openings));
            added.Add(entry.ToBytes());
        }
        var growth = TreeGrowth.Append(_head, tile => Files.GetValueOrDefault(tile.Path), added);
        foreach (var file in growth.Files)
        {
            Files[file.Tile.Path] = file.Bytes;
        }
        _head = growth.Head;
        foreach (var old in Files.Keys.Where(IsNotOfThisSize).ToList())
        {
            Files.Remove(old);
        }
        Publish();
        return _head;
    }

    public static string Day(int days) => new DateOnly(2026, 11, 1).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public void Disclose(string day, Func<FieldSchema, bool> opened)
    {
        var disclosed = _entries.Index().Where(pair => pair.Item.Entry.Day == day).Select(pair => new DisclosedEntry(pair.Index, pair.Item.Openings
            .Where(opening => opened(EntrySchemas.Current(pair.Item.Entry.Act)!.Field(opening.Name)!)).ToList())).ToList();
        Files[DisclosureFile.PathOf(day)] = new DisclosureFile(Origin, day, disclosed).ToBytes();
    }

    /// <summary>Signs this log's head as it is, with one more signature: a witness's.</summary>
    public void Cosign(NoteSigner witness)
    {
        var note = SignedNote.Parse(Files[LogVerifier.CheckpointPath])!;
        Files[LogVerifier.CheckpointPath] = Encoding.UTF8.GetBytes(note.With(witness.Cosign(note.Text, Golden.CosignedAt)).ToString());
    }

    /// <summary>The tables published beside the log, by name and first day; null where none are.</summary>
    public Dictionary<string, string>? Tables { get; set; }

    public Task<VerifyReport> VerifyAsync(TreeHead? remembered = null, string? due = null, NoteKey? key = null) =>
        VerifyAsync(new VerifyRequest { Key = key ?? Key, Remembered = remembered, DisclosuresDue = due });

    public Task<VerifyReport> VerifyAsync(VerifyRequest request) =>
        new LogVerifier((path, _) => Task.FromResult(Files.GetValueOrDefault(path)), Tables is null ? null : ReadTable)
            .VerifyAsync(request, null, TestContext.Current.CancellationToken);

    private Task<byte[]?> ReadTable(string name, string from, string to, CancellationToken cancellation) =>
        Task.FromResult(Tables!.TryGetValue(name, out var rows) ? Encoding.UTF8.GetBytes($"{{\"rows\":[{rows}]}}") : null);

    private void Publish()
    {
        using var signer = SignedBy();
        var text = new Checkpoint(Origin, _head).ToText();
        Files[LogVerifier.CheckpointPath] = Encoding.UTF8.GetBytes(new SignedNote(text, [signer.Sign(text)]).ToString());
        foreach (var day in _entries.Select(pair => pair.Entry.Day).Distinct())
        {
            Disclose(day, field => field.Publication == Publication.Public);
        }
    }

    private static string Value(FieldSchema field) => field.Name == "plate" ? "7QZX418" : field.Example;

    private bool IsNotOfThisSize(string path) => Tile.TryParse(path, out _) && !Tile.AllOf(_head.Size).Any(tile => tile.Path == path);

    private static NoteSigner SignedBy() => new(Origin, NoteKey.Ed25519, Golden.LogSeed);
}
