using System.Text;

namespace Transparency.Verify;

/// <summary>Small files that are whole or not there, and on the disk before the call returns.</summary>
internal static class DurableFile
{
    /// <summary>Readable by everybody the folder lets in.</summary>
    public static void Replace(string path, string text) => Write(path, text, isSecret: false);

    /// <summary>Readable by its owner only.</summary>
    public static void CreateSecret(string path, string text) => Write(path, text, isSecret: true);

    private static void Write(string path, string text, bool isSecret)
    {
        var draft = $"{path}.{Path.GetRandomFileName()}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (isSecret && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using (var stream = new FileStream(draft, options))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }
        File.Move(draft, path, overwrite: !isSecret);
    }
}
