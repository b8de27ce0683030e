using System.Security.Cryptography;
using Transparency.Core.Agencies;

namespace Transparency.Core.Detections;

/// <summary>
/// The key files of the data folder: <c>keys/master.key</c>, which a backup may hold, and one share a day in <c>keys/days</c>, which
/// no backup holds. A day's photographs can be read only with both, so destroying the share destroys every copy. See
/// <c>docs/decisions/0005-photograph-keys.md</c>.
/// </summary>
public sealed class KeyVault(string dataFolder)
{
    internal const int KeyBytes = 32;

    private string Keys => Path.Combine(dataFolder, "keys");

    private string Days => Path.Combine(Keys, "days");

    /// <summary>The master key; made when there is none.</summary>
    /// <exception cref="InvalidDataException">The file does not hold a key.</exception>
    internal byte[] Master() => ReadOrCreate(Keys, "master.key");

    /// <summary>A day's share; made when there is none.</summary>
    internal byte[] ShareOrNew(DateOnly day) => ReadOrCreate(Days, FileName(day));

    /// <summary>A day's share, or null once it was destroyed.</summary>
    internal byte[]? Share(DateOnly day) => File.Exists(Path.Combine(Days, FileName(day))) ? Read(Path.Combine(Days, FileName(day))) : null;

    /// <summary>Overwrites and removes a day's share. Destroying it twice is no error.</summary>
    internal void DestroyShare(DateOnly day)
    {
        var path = Path.Combine(Days, FileName(day));
        if (!File.Exists(path))
        {
            return;
        }

        using (var file = new FileStream(path, FileMode.Open, FileAccess.Write))
        {
            file.Write(RandomNumberGenerator.GetBytes(KeyBytes));
            file.Flush(flushToDisk: true);
        }

        File.Delete(path);
    }

    /// <summary>The days that still have a share, oldest first.</summary>
    internal IReadOnlyList<string> DaysWithShare() => Directory.Exists(Days)
        ? Directory.EnumerateFiles(Days, "*.key").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal).ToList()
        : [];

    private static string FileName(DateOnly day) => City.Text(day) + ".key";

    // Another process may make the same key at the same moment: the first to move its file into place wins, both read what is there.
    private static byte[] ReadOrCreate(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            PrivateFiles.CreateFolder(folder);
            var draft = Path.Combine(folder, $"{name}.{RandomNumberGenerator.GetHexString(8)}");
            PrivateFiles.WriteNew(draft, RandomNumberGenerator.GetBytes(KeyBytes));
            try
            {
                File.Move(draft, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(draft);
            }
        }

        return Read(path);
    }

    private static byte[] Read(string path)
    {
        var key = File.ReadAllBytes(path);
        return key.Length == KeyBytes
            ? key
            : throw new InvalidDataException($"{Path.GetFileName(path)} does not hold a key of {KeyBytes} bytes.");
    }
}
