using Transparency.Audit.Tiles;
using Transparency.Audit.Verification;
using Transparency.Audit.Verification.Statistics;

namespace Transparency.Verify;

/// <summary>
/// Keeps what is read in a folder laid out as the log is, so that the copy can be checked again, by anyone, offline. A check that was
/// stopped goes on where it was: full tiles and bundles never change, so those already in the folder are read from there. They are hashed
/// like everything else.
/// </summary>
public sealed class SavedCopy(string folder)
{
    /// <summary>The file of a published table in a copy: the portal's tables are not part of the log, and lie in a folder of their own.</summary>
    public static string PathOfTable(string name, string from, string to) =>
        $"published/{name.Replace('/', '-')}{(from.Length > 0 ? "-" + from : "")}{(to.Length > 0 ? "-" + to : "")}.json";

    /// <summary>A reader that also keeps each file. Files that are not there are not kept.</summary>
    public ReadLogFile Keeping(ReadLogFile read) => async (path, cancellation) =>
    {
        var file = Path.Combine(folder, path);
        if (Tile.TryParse(path, out var tile) && tile.IsFull && File.Exists(file))
        {
            return await File.ReadAllBytesAsync(file, cancellation);
        }
        var bytes = await read(path, cancellation);
        await KeepAsync(file, bytes, cancellation);
        return bytes;
    };

    /// <inheritdoc cref="Keeping(ReadLogFile)"/>
    public ReadPublishedTable Keeping(ReadPublishedTable read) => async (name, from, to, cancellation) =>
    {
        var bytes = await read(name, from, to, cancellation);
        await KeepAsync(Path.Combine(folder, PathOfTable(name, from, to)), bytes, cancellation);
        return bytes;
    };

    // Written whole or not at all: a file cut short by a stop would be taken for a changed one.
    private static async Task KeepAsync(string file, byte[]? bytes, CancellationToken cancellation)
    {
        if (bytes is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var draft = file + ".part";
            await File.WriteAllBytesAsync(draft, bytes, cancellation);
            File.Move(draft, file, overwrite: true);
        }
    }
}
