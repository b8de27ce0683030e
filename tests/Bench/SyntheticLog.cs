using System.Globalization;
using System.Security.Cryptography;
using Transparency.Audit.Entries;
using Transparency.Audit.Merkle;
using Transparency.Audit.Notes;
using Transparency.Audit.Schemas;
using Transparency.Audit.Tiles;
using Transparency.Audit.Verification;

namespace Transparency.Bench;

/// <summary>A published log of searches in a folder, whole: entries, tiles, disclosures and checkpoint, as the portal would serve them.</summary>
internal sealed class SyntheticLog(string folder)
{
    private const string Origin = "marisol-bay.example/log";
    private const int ADay = 10_000;
    private const int Batch = 4_096;

    public NoteKey Key { get; private set; } = null!;

    /// <summary>Bytes of bundles, tiles and disclosures.</summary>
    public long Bytes { get; private set; }

    public Task<byte[]?> ReadAsync(string path, CancellationToken cancellation)
    {
        var file = Path.Combine(folder, path);
        return Task.FromResult(File.Exists(file) ? File.ReadAllBytes(file) : null);
    }

    public void Write(int entries)
    {
        var schema = EntrySchemas.Current(SearchActs.Search)!;
        var values = schema.Fields.Select(field => (field.Name, Value: field.Example)).ToList();
        var head = TreeHead.Empty;
        var edge = new Dictionary<Tile, byte[]>();
        var opened = new List<DisclosedEntry>();
        for (var from = 0; from < entries; from += Batch)
        {
            var added = new List<byte[]>(Batch);
            for (var i = from; i < Math.Min(from + Batch, entries); i++)
            {
                var openings = FieldOpening.CreateAll(values);
                added.Add(LogEntry.Commit(schema.Version, schema.Act, Day(i), "marisol-bay-pd", openings).ToBytes());
                opened.Add(new DisclosedEntry(i, openings.Where(opening => schema.Field(opening.Name)!.Publication == Publication.Public).ToList()));
                if ((i + 1) % ADay == 0 || i + 1 == entries)
                {
                    Save(DisclosureFile.PathOf(Day(i)), new DisclosureFile(Origin, Day(i), opened).ToBytes());
                    opened.Clear();
                }
            }
            var growth = TreeGrowth.Append(head, tile => edge.GetValueOrDefault(tile), added);
            head = growth.Head;
            foreach (var file in growth.Files)
            {
                if (file.Tile.IsFull)
                {
                    Save(file.Tile.Path, file.Bytes);
                }
                else
                {
                    edge[file.Tile] = file.Bytes;
                }
            }
        }
        foreach (var tile in Tile.PartialEdge(head.Size))
        {
            Save(tile.Path, edge[tile]);
        }
        using var signer = new NoteSigner(Origin, NoteKey.Ed25519, RandomNumberGenerator.GetBytes(32));
        var text = new Checkpoint(Origin, head).ToText();
        Save(LogVerifier.CheckpointPath, System.Text.Encoding.UTF8.GetBytes(new SignedNote(text, [signer.Sign(text)]).ToString()));
        Key = signer.Key;
    }

    private static string Day(int entry) => new DateOnly(2026, 1, 1).AddDays(entry / ADay).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Save(string path, byte[] bytes)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
        Bytes += bytes.Length;
    }
}
