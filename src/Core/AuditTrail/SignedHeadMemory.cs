using Transparency.Audit.Merkle;
using Transparency.Audit.Notes;

namespace Transparency.Core.AuditTrail;

/// <summary>
/// The last head signed with the key, kept beside the key and not in the database: a database restored from a backup must not make
/// the log sign a second, different head of a size it signed before. Whoever holds an instance holds the file's lock.
/// </summary>
public sealed class SignedHeadMemory : IDisposable
{
    private readonly string _file;
    private readonly FileStream _lock;

    private SignedHeadMemory(string file, FileStream @lock) => (_file, _lock) = (file, @lock);

    /// <summary>Takes the lock; null where another process has it.</summary>
    public static SignedHeadMemory? TryOpen(string dataFolder)
    {
        var folder = Path.Combine(dataFolder, "keys");
        Directory.CreateDirectory(folder);
        try
        {
            var @lock = new FileStream(Path.Combine(folder, "log.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new SignedHeadMemory(Path.Combine(folder, "log.signed"), @lock);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <exception cref="InvalidOperationException">The file is damaged.</exception>
    public TreeHead Read() => !File.Exists(_file)
        ? TreeHead.Empty
        : Checkpoint.Parse(File.ReadAllText(_file))?.Head
            ?? throw new InvalidOperationException($"{_file} is damaged. Restore it from the log's newest published checkpoint.");

    public void Write(Checkpoint checkpoint) => PrivateFile.Replace(_file, checkpoint.ToText());

    public void Dispose() => _lock.Dispose();
}
