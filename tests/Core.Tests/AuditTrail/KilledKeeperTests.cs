using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Tests.AuditTrail;

/// <summary>
/// Processes of their own that append, sequence, sign and disclose on one database and are killed (SIGKILL) at any moment. What they said
/// was committed is there, and the log is one log.
/// </summary>
public sealed class KilledKeeperTests
{
    private const string FolderVariable = "TRANSPARENCY_TEST_KILLED_FOLDER";
    private const string StepVariable = "TRANSPARENCY_TEST_KILLED_STEP";
    private static readonly string[] Steps = ["append", "sequence", "remember", "sign", "disclose"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_processes_killed_at_any_moment_lose_nothing_and_fork_nothing()
    {
        await using var log = await TestLog.OpenAsync();
        var acknowledged = new List<string>();
        for (var round = 0; round < 4; round++)
        {
            using var first = Start(log, "");
            using var second = Start(log, "");
            // Let both work for a while that differs from round to round; nothing depends on how long it is.
            await ReadyAsync(first);
            await ReadyAsync(second);
            await Task.Delay(40 + (round * 170), Cancellation);
            acknowledged.AddRange(await KillAsync(first));
            acknowledged.AddRange(await KillAsync(second));
        }
        await AssertWholeAsync(log, acknowledged);
    }

    [Theory]
    [InlineData("append")]
    [InlineData("sequence")]
    [InlineData("remember")]
    [InlineData("sign")]
    [InlineData("disclose")]
    public async Task A_process_killed_right_after_a_step_is_taken_up_by_the_next(string step)
    {
        await using var log = await TestLog.OpenAsync();
        using var process = Start(log, step);
        await process.WaitForExitAsync(Cancellation);
        Assert.NotEqual(0, process.ExitCode);
        var acknowledged = (await process.StandardOutput.ReadToEndAsync(Cancellation)).Split('\n');
        await AssertWholeAsync(log, Ids(acknowledged));
    }

    /// <summary>What the processes run: not a test by itself.</summary>
    [Fact(Explicit = true)]
    public async Task Work_until_killed()
    {
        var folder = Environment.GetEnvironmentVariable(FolderVariable)!;
        var last = Array.IndexOf(Steps, Environment.GetEnvironmentVariable(StepVariable));
        var database = new SqliteDatabase(Path.Combine(folder, "transparency.db"));
        using var key = new LogKey(folder);
        var settings = new DatabaseSettings { DataFolder = folder };
        var audit = new AuditLog(MarisolBay.City);
        using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        await output.WriteLineAsync("ready");
        for (var now = new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero); ; now += TimeSpan.FromHours(1))
        {
            var receipt = await database.WriteAsync(write => audit.AppendAsync(write, MarisolBay.By(now), MarisolBay.Search(), Cancellation), Cancellation);
            await output.WriteLineAsync($"committed {receipt.EntryId}");
            DieAfter(0);
            await new SequenceEntries(database).RunAsync(now, Cancellation);
            DieAfter(1);
            if (last == 2)
            {
                // Between remembering the head and publishing its checkpoint.
                await using var connection = await database.OpenAsync(Cancellation);
                var head = await HeadStore.LatestAsync(connection);
                using var memory = SignedHeadMemory.TryOpen(folder)!;
                memory.Write(new Transparency.Audit.Notes.Checkpoint(MarisolBay.City.LogOrigin, head!.Tree));
                DieAfter(2);
            }
            await new SignCheckpoint(database, MarisolBay.City, key, settings).RunAsync(now, Cancellation);
            DieAfter(3);
            await new PublishDisclosures(database, MarisolBay.City).RunAsync(now, Cancellation);
            DieAfter(4);
        }

        void DieAfter(int step)
        {
            if (step == last)
            {
                Process.GetCurrentProcess().Kill();
            }
        }
    }

    private static async Task AssertWholeAsync(TestLog log, List<string> acknowledged)
    {
        log.Clock.Advance(TimeSpan.FromDays(400));
        while (await log.SequenceAsync() > 0)
        {
        }
        await log.SignAsync();
        await log.DiscloseAsync();
        var report = await LogAssert.HoldsAsync(log.Sql, MarisolBay.City, log.Key);
        Assert.NotEmpty(acknowledged);
        Assert.True(report.Entries >= acknowledged.Count + 1);
        foreach (var id in acknowledged)
        {
            Assert.Equal(1, await log.ScalarAsync<int>($"select count(*) from log_sequence where entry_id = '{id}'"));
        }
        // One head and one checkpoint a size, each checkpoint that of its head.
        Assert.Equal(0, await log.ScalarAsync<int>("select count(*) from log_checkpoints c where not exists (select 1 from log_heads h where h.size = c.size)"));
        SqliteConnection.ClearAllPools();
    }

    private static async Task ReadyAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync(Cancellation) is { } line && line != "ready")
        {
        }
    }

    private static Process Start(TestLog log, string step)
    {
        var method = $"{typeof(KilledKeeperTests).FullName}.{nameof(Work_until_killed)}";
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["-explicit", "only", "-method", method, "-noColor"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [FolderVariable] = log.Folder, [StepVariable] = step },
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Insert(0, typeof(KilledKeeperTests).Assembly.Location);
        }
        return Process.Start(start)!;
    }

    private static async Task<List<string>> KillAsync(Process process)
    {
        process.Kill();
        var lines = (await process.StandardOutput.ReadToEndAsync(Cancellation)).Split('\n');
        await process.WaitForExitAsync(Cancellation);
        return Ids(lines);
    }

    // A line cut short by the kill was not said.
    private static List<string> Ids(IEnumerable<string> lines) => lines
        .Where(line => line.StartsWith("committed ", StringComparison.Ordinal) && line.Length == "committed ".Length + 36)
        .Select(line => line["committed ".Length..])
        .ToList();
}
