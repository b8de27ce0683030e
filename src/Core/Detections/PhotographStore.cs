using System.Globalization;
using System.Security.Cryptography;
using Transparency.Core.Agencies;

namespace Transparency.Core.Detections;

/// <summary>
/// Encrypted photographs: one file a detection in <c>photos/&lt;day&gt;/&lt;id&gt;</c>. Only acts of Core that write a log entry may
/// decrypt; nothing outside can.
/// </summary>
public sealed class PhotographStore(string dataFolder, City city, DayKeyStore keys)
{
    private const int FlushedTogether = 16;

    private string Root => Path.Combine(dataFolder, "photos");

    /// <summary>Encrypts and writes photographs, durable when this returns; one already there is kept as it is.</summary>
    internal async Task SaveAsync(
        IReadOnlyCollection<(DetectionId Id, byte[] Jpeg)> photographs, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var day in photographs.GroupBy(photograph => city.DayOf(photograph.Id.CapturedAt)))
        {
            var key = await keys.OpenOrCreateAsync(day.Key, now, cancellation);
            PrivateFiles.CreateFolder(Folder(day.Key));

            // Beside each other, so that the disk can flush many with one turn of its journal.
            var folder = Folder(day.Key);
            Parallel.ForEach(
                day,
                new ParallelOptions { MaxDegreeOfParallelism = FlushedTogether, CancellationToken = cancellation },
                photograph => Save(key, photograph.Id, photograph.Jpeg, Path.Combine(folder, FileName(photograph.Id))));

            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>The JPEG bytes, or null when the photograph was destroyed, its key was, or the file was changed.</summary>
    internal async Task<byte[]?> ReadAsync(DetectionId id, CancellationToken cancellation)
    {
        var day = city.DayOf(id.CapturedAt);
        var path = Path.Combine(Folder(day), FileName(id));
        if (!File.Exists(path) || await keys.FindAsync(day, cancellation) is not { } key)
        {
            return null;
        }

        var jpeg = PhotographCipher.Decrypt(key, id, await File.ReadAllBytesAsync(path, cancellation));
        CryptographicOperations.ZeroMemory(key);
        return jpeg;
    }

    /// <summary>Deletes every photograph whose number is below <paramref name="end"/>. Returns how many there were.</summary>
    internal int DeleteBefore(DetectionId end)
    {
        var lastDay = City.Text(city.DayOf(end.CapturedAt));
        return Days().Where(day => string.CompareOrdinal(day, lastDay) <= 0).Sum(day => DeleteBefore(Path.Combine(Root, day), end));
    }

    private static int DeleteBefore(string folder, DetectionId end)
    {
        var deleted = 0;
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            // A draft that a crash left behind has its detection's number before the dot.
            var name = Path.GetFileNameWithoutExtension(path);
            if (long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id < end.Value)
            {
                File.Delete(path);
                deleted += Path.HasExtension(path) ? 0 : 1;
            }
        }

        if (!Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }

        return deleted;
    }

    // Written beside and moved into place, so that a file under its final name is always whole.
    private static void Save(byte[] key, DetectionId id, byte[] jpeg, string path)
    {
        if (File.Exists(path))
        {
            return;
        }

        var draft = $"{path}.{RandomNumberGenerator.GetHexString(8)}";
        PrivateFiles.WriteNew(draft, PhotographCipher.Encrypt(key, id, jpeg));
        File.Move(draft, path, overwrite: true);
    }

    private List<string> Days() => Directory.Exists(Root)
        ? Directory.EnumerateDirectories(Root).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).ToList()
        : [];

    private string Folder(DateOnly day) => Path.Combine(Root, City.Text(day));

    private static string FileName(DetectionId id) => id.Value.ToString(CultureInfo.InvariantCulture);
}
