using Transparency.Audit.Verification;

namespace Transparency.Verify;

/// <summary>Keeps what is read in a folder laid out as the log is, so that the copy can be checked again, by anyone, offline.</summary>
public static class SavedCopy
{
    /// <summary>A reader that also keeps each file. Files that are not there are not kept.</summary>
    public static ReadLogFile Keeping(ReadLogFile read, string folder) => async (path, cancellation) =>
    {
        var bytes = await read(path, cancellation);
        if (bytes is not null)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file, bytes, cancellation);
        }
        return bytes;
    };
}
