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

    public NoteKey Key { get; } = SignedBy().Key;

    public static SampleLog Of(int entries)
    {
        var log = new SampleLog();
        log.Append(entries);
        return log;
    }

    /// <summary>Adds searches, 100 a day, and publishes what follows from them.</summary>
    public TreeHead Append(int count)
    {
        var added = new List<byte[]>();
        for (var i = 0; i < count; i++)
        {
            var openings = EntrySchemas.Current("search")!.Fields.Select(field => FieldOpening.Create(field.Name, Value(field))).ToList();
            var day = new DateOnly(2026, 11, 1).AddDays(_entries.Count / 100).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var entry = LogEntry.Commit(1, "search", day, "marisol-bay-pd", openings);
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

    public void Disclose(string day, Func<FieldSchema, bool> opened)
    {
        var disclosed = _entries.Index().Where(pair => pair.Item.Entry.Day == day).Select(pair => new DisclosedEntry(pair.Index, pair.Item.Openings
            .Where(opening => opened(EntrySchemas.Current("search")!.Field(opening.Name)!)).ToList())).ToList();
        Files[DisclosureFile.PathOf(day)] = new DisclosureFile(Origin, day, disclosed).ToBytes();
    }

    public Task<VerifyReport> VerifyAsync(TreeHead? remembered = null, string? due = null, NoteKey? key = null) =>
        new LogVerifier((path, _) => Task.FromResult(Files.GetValueOrDefault(path)))
            .VerifyAsync(new VerifyRequest { Key = key ?? Key, Remembered = remembered, DisclosuresDue = due }, null, TestContext.Current.CancellationToken);

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
