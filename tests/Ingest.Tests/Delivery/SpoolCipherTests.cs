using System.Text;
using Transparency.Ingest.Delivery;

namespace Transparency.Ingest.Tests.Delivery;

public sealed class SpoolCipherTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_waits_on_disk_tells_no_plate()
    {
        await using (var spool = new Spool(new SpoolSettings { Folder = _folder.File("spool"), KeyFile = _folder.File("key") }))
        {
            Assert.True(await spool.AppendAsync(_ => Encoding.ASCII.GetBytes("8ABC123"), TestContext.Current.CancellationToken));
            Assert.Equal("8ABC123", Encoding.ASCII.GetString(Assert.Single(spool.Read(1)).Payload));
        }

        var files = Directory.GetFiles(_folder.File("spool"), "*.spool");
        Assert.All(files, file => Assert.DoesNotContain("8ABC123", Encoding.Latin1.GetString(File.ReadAllBytes(file)), StringComparison.Ordinal));
    }

    [Fact]
    public void A_record_that_was_changed_or_sealed_with_another_key_does_not_open()
    {
        using var cipher = new SpoolCipher(_folder.File("one"));
        using var other = new SpoolCipher(_folder.File("other"));
        var record = cipher.Seal([1, 2, 3]);

        Assert.Equal([1, 2, 3], cipher.Open(record));
        Assert.Null(other.Open(record));
        record[^1] ^= 1;
        Assert.Null(cipher.Open(record));
        Assert.Null(cipher.Open([]));
    }

    [Fact]
    public void The_key_is_for_its_owner_alone()
    {
        using var cipher = new SpoolCipher(_folder.File("key"));

        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other rights.");
            return;
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File("key")));
    }
}
