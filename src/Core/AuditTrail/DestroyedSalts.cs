namespace Transparency.Core.AuditTrail;

/// <summary>
/// Which salts were destroyed, kept beside the log's key and not in the database: a backup of the database is older than the order, and
/// restoring it must not bring back what was ordered destroyed. Holds names only; one line an order.
/// </summary>
public sealed class DestroyedSalts(string dataFolder)
{
    private readonly Lock _lock = new();

    private string ListFile => Path.Combine(dataFolder, "keys", "log.destroyed");

    public void Add(string entryId, IReadOnlyCollection<string> fields)
    {
        lock (_lock)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(ListFile)!);
            var before = File.Exists(ListFile) ? File.ReadAllText(ListFile) : "";
            PrivateFile.Replace(ListFile, $"{before}{entryId} {string.Join(',', fields)}\n");
        }
    }

    public IReadOnlyList<(string EntryId, string[] Fields)> Read() => !File.Exists(ListFile)
        ? []
        : File.ReadAllLines(ListFile).Select(line => line.Split(' ')).Where(parts => parts.Length == 2).Select(parts => (parts[0], parts[1].Split(','))).ToList();
}
