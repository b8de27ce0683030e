using Transparency.Core.AuditTrail;

namespace Transparency.Core.Tests.AuditTrail;

public sealed class LogKeyTests : IDisposable
{
    private const string Origin = "marisol-bay.example/log";
    private readonly string _folder = Directory.CreateTempSubdirectory("transparency-").FullName;

    private string KeyFile => Path.Combine(_folder, "keys", "log.key");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_key_is_made_once_for_its_owner_only_and_found_again()
    {
        using var first = new LogKey(_folder);
        using var second = new LogKey(_folder);
        Assert.Equal(first.Open(Origin).Key.ToString(), second.Open(Origin).Key.ToString());
        Assert.StartsWith($"PRIVATE+KEY+{Origin}+", File.ReadAllText(KeyFile), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
        }
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(KeyFile)!));
    }

    [Fact]
    public void Many_starts_at_once_agree_on_one_key()
    {
        var keys = Enumerable.Range(0, 8).Select(_ => new LogKey(_folder)).ToList();
        var texts = keys.AsParallel().WithDegreeOfParallelism(8).Select(key => key.Open(Origin).Key.ToString()).ToList();
        Assert.Single(texts.Distinct());
        keys.ForEach(key => key.Dispose());
    }

    [Fact]
    public void Another_logs_key_or_a_damaged_file_is_refused_without_showing_it()
    {
        using (var key = new LogKey(_folder))
        {
            Assert.Throws<InvalidOperationException>(() => key.Open("other.example/log") is null || key.Open(Origin) is null);
        }
        var secret = File.ReadAllText(KeyFile);
        File.WriteAllText(KeyFile, secret[..^4]);
        using var damaged = new LogKey(_folder);
        var refused = Assert.Throws<InvalidOperationException>(() => damaged.Open(Origin));
        Assert.DoesNotContain(secret[^20..^5], refused.Message, StringComparison.Ordinal);
    }
}
