using Transparency.Ingest.Delivery;

namespace Transparency.Ingest.Tests.Delivery;

public sealed class RefusalLedgerTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 11, 22);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Counts_outlive_the_process()
    {
        using (var ledger = new RefusalLedger(_folder.Path))
        {
            ledger.Add(Day, 4);
            ledger.Add(Day, 4);
            ledger.Add(Day, 7);
        }

        using var again = new RefusalLedger(_folder.Path);
        Assert.Equal([new(Day, 4, 2), new(Day, 7, 1)], again.Read().Counts.OrderBy(count => count.Camera));
        Assert.True(again.HasNews);
    }

    [Fact]
    public void The_file_has_its_full_size_from_the_start_so_that_a_full_disk_does_not_stop_the_count()
    {
        using var ledger = new RefusalLedger(_folder.Path);
        var before = new FileInfo(_folder.File("refused")).Length;
        ledger.Add(Day, 4);

        Assert.Equal(before, new FileInfo(_folder.File("refused")).Length);
    }

    [Fact]
    public void Saved_counts_of_past_days_make_room()
    {
        using (var ledger = new RefusalLedger(_folder.Path))
        {
            ledger.Add(Day.AddDays(-2), 4);
            ledger.Add(Day, 4);
            ledger.Saved(ledger.Read().Version, keepFrom: Day.AddDays(-1));
            Assert.False(ledger.HasNews);
        }

        using var again = new RefusalLedger(_folder.Path);
        Assert.Equal([new(Day, 4, 1)], again.Read().Counts);
    }

    [Fact]
    public void A_damaged_slot_is_not_counted()
    {
        using (var ledger = new RefusalLedger(_folder.Path))
        {
            ledger.Add(Day, 4);
        }

        var bytes = File.ReadAllBytes(_folder.File("refused"));
        bytes[9] ^= 1;
        File.WriteAllBytes(_folder.File("refused"), bytes);

        using var again = new RefusalLedger(_folder.Path);
        Assert.Empty(again.Read().Counts);
    }
}
