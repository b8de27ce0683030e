using System.Text;
using Transparency.Ingest.Delivery;

namespace Transparency.Ingest.Tests.Delivery;

public sealed class SpoolTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_appended_is_read_in_order_until_it_is_acknowledged()
    {
        await using var spool = Open();
        await AppendAsync(spool, "one", "two", "three");

        Assert.Equal(["one", "two"], Texts(spool.Read(2)));
        Assert.Equal(["one", "two", "three"], Texts(spool.Read(10)));
        spool.Acknowledge(spool.Read(2)[^1].End);
        Assert.Equal(["three"], Texts(spool.Read(10)));
    }

    [Fact]
    public async Task After_a_restart_what_was_not_acknowledged_is_still_there()
    {
        await using (var spool = Open())
        {
            await AppendAsync(spool, "one", "two", "three");
            spool.Acknowledge(spool.Read(1)[^1].End);
        }

        await using var again = Open();
        Assert.Equal(["two", "three"], Texts(again.Read(10)));
    }

    [Fact]
    public async Task Ordinals_run_on_over_restarts_and_emptied_files()
    {
        var ordinals = new List<long>();
        for (var start = 0; start < 5; start++)
        {
            await using var spool = Open(segmentBytes: 60);
            for (var i = 0; i < 4; i++)
            {
                await spool.AppendAsync(
                    ordinal =>
                    {
                        ordinals.Add(ordinal);
                        return [1, 2, 3];
                    },
                    Cancellation);
                spool.Acknowledge(spool.Read(100)[^1].End);
            }
        }

        Assert.Equal(Enumerable.Range(0, 20).Select(i => ordinals[0] + i), ordinals);
        Assert.True(Directory.GetFiles(_folder.Path, "*.spool").Length <= 2);
    }

    [Fact]
    public async Task A_file_cut_off_at_any_byte_loses_only_the_record_that_was_cut()
    {
        await using (var spool = Open())
        {
            await AppendAsync(spool, "one", "two", "three");
        }

        var file = Directory.GetFiles(_folder.Path, "*.spool").Single();
        var whole = await File.ReadAllBytesAsync(file, Cancellation);
        var ends = new[] { 20, 20 + 44, 20 + 88, 20 + 134 };
        Assert.Equal(ends[^1], whole.Length);
        for (var length = 0; length <= whole.Length; length++)
        {
            await File.WriteAllBytesAsync(file, whole[..length], Cancellation);
            await using var spool = Open();
            var left = Math.Max(0, ends.Count(end => end <= length) - 1);

            Assert.Equal(new[] { "one", "two", "three" }.Take(left), Texts(spool.Read(10)));
            await AppendAsync(spool, "four");
            Assert.Equal("four", Texts(spool.Read(10))[^1]);
            Assert.Equal(0, spool.DamagedBytes);
        }
    }

    [Fact]
    public async Task A_damaged_byte_costs_its_record_and_is_told()
    {
        await using (var spool = Open())
        {
            await AppendAsync(spool, "one", "two", "three");
        }

        var file = Directory.GetFiles(_folder.Path, "*.spool").Single();
        var bytes = await File.ReadAllBytesAsync(file, Cancellation);
        bytes[20 + 44 + 13] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Cancellation);

        await using var again = Open();
        Assert.Equal(["one", "three"], Texts(again.Read(10)));
        Assert.Equal(44, again.DamagedBytes);
    }

    [Fact]
    public async Task A_full_quota_refuses_until_something_is_delivered()
    {
        await using var spool = Open(quota: 200);
        var kept = 0;
        while (await spool.AppendAsync(_ => new byte[20], Cancellation))
        {
            kept++;
        }

        Assert.Equal(3, kept);
        Assert.Equal(3, spool.Read(10).Count);
        spool.Acknowledge(spool.Read(1)[^1].End);
        Assert.True(await spool.AppendAsync(_ => new byte[20], Cancellation));
        Assert.False(await spool.AppendAsync(_ => new byte[20], Cancellation));
    }

    [Fact]
    public async Task Many_writers_at_once_lose_nothing()
    {
        await using var spool = Open(segmentBytes: 4096);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 2000),
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancellation },
            async (i, _) => Assert.True(await spool.AppendAsync(_ => Encoding.UTF8.GetBytes($"{i}"), CancellationToken.None)));

        Assert.Equal(Enumerable.Range(0, 2000), Texts(spool.Read(5000)).Select(int.Parse).Order());
    }

    [Fact]
    public async Task A_second_process_is_kept_out()
    {
        await using var spool = Open();

        Assert.Throws<IOException>(() => Open());
    }

    [Fact]
    public async Task Only_the_owner_may_read_the_spool()
    {
        await using var spool = Open();
        await AppendAsync(spool, "one");

        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
#pragma warning disable CA1416
        Assert.All(
            Directory.GetFiles(_folder.Path, "*.spool"),
            file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
#pragma warning restore CA1416
    }

    private Spool Open(long quota = 1 << 20, long segmentBytes = 1 << 16) =>
        new(new SpoolSettings { Folder = _folder.Path, Quota = quota, SegmentBytes = segmentBytes });

    private static async Task AppendAsync(Spool spool, params string[] texts)
    {
        foreach (var text in texts)
        {
            Assert.True(await spool.AppendAsync(_ => Encoding.UTF8.GetBytes(text), Cancellation));
        }
    }

    private static List<string> Texts(IReadOnlyList<SpoolRecord> records) => [.. records.Select(record => Encoding.UTF8.GetString(record.Payload))];
}
