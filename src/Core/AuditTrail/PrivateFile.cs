using System.Text;

namespace Transparency.Core.AuditTrail;

/// <summary>Small files that only their owner may read, written whole or not at all, and flushed to disk before they are there.</summary>
internal static class PrivateFile
{
    /// <exception cref="IOException">The file is already there.</exception>
    public static void Create(string path, string text) => Write(path, text, overwrite: false);

    public static void Replace(string path, string text) => Write(path, text, overwrite: true);

    private static void Write(string path, string text, bool overwrite)
    {
        var draft = $"{path}.{Path.GetRandomFileName()}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using (var stream = new FileStream(draft, options))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(draft, path, overwrite);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
