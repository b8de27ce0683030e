using System.Data.Common;
using System.Runtime.InteropServices;

namespace Transparency.Ingest.Commands;

/// <summary>Finds the command that the first word names. Exit codes: 0 done, 1 failed, 2 not understood or not available.</summary>
internal static class CommandLine
{
    private static readonly SortedDictionary<string, Command> Commands = new(StringComparer.Ordinal)
    {
        ["worker"] = new(WorkerCommand.Help, WorkerCommand.RunAsync),
        ["demo-camera"] = new(DemoCameraCommand.Help, DemoCameraCommand.RunAsync),
        ["migrate"] = new(MigrateCommand.Help, MigrateCommand.RunAsync),
        ["camera"] = new(CameraCommand.Help, CameraCommand.RunAsync, "for-good", "revoke"),
        ["mobile"] = new(MobileCommand.Help, MobileCommand.RunAsync),
        ["seed-demo"] = new(SeedDemoCommand.Help, SeedDemoCommand.RunAsync, "sign-ins"),
        ["user"] = new(UserCommand.Help, UserCommand.RunAsync),
        ["purge"] = new(PurgeCommand.Help, PurgeCommand.RunAsync),
        ["log"] = new(LogCommand.Help, LogCommand.RunAsync),
        ["health"] = new(HealthCommand.Help, HealthCommand.RunAsync),
        ["hotlist"] = new(HotListCommand.Help, HotListCommand.RunAsync, "no-header", "confirm"),
        ["backup"] = LaterCommand.Of("backup", "copies the data out"),
        ["restore"] = LaterCommand.Of("restore", "puts a copy back"),
    };

    public static async Task<int> RunAsync(string[] arguments)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        var name = arguments.FirstOrDefault() ?? "";
        if (name == "read")
        {
            return await ReadCommand.RunAsync(arguments[1..], Console.Out, Console.Error, stop.Token);
        }

        if (!Commands.TryGetValue(name, out var command))
        {
            var output = name == "--help" ? Console.Out : Console.Error;
            await output.WriteLineAsync(name is "" or "--help"
                ? $"commands: read, {string.Join(", ", Commands.Keys)}"
                : $"Unknown command: {name}");
            return name == "--help" ? 0 : 2;
        }

        if (arguments.Contains("--help"))
        {
            Console.WriteLine(command.Help);
            return 0;
        }

        return await RunAsync(name, command, arguments[1..], stop);

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    private static async Task<int> RunAsync(string name, Command command, string[] arguments, CancellationTokenSource stop)
    {
        try
        {
            return await command.Run(new Options(arguments, command.Switches), stop.Token);
        }
        catch (UsageException e)
        {
            await Console.Error.WriteLineAsync($"{e.Message}\nTry: transparency {name} --help");
            return 2;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        catch (DbException e)
        {
            await Console.Error.WriteLineAsync(
                $"The database could not be used ({e.Message}). Is it there, and up to date? See: transparency migrate");
            return 1;
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    internal sealed record Command(string Help, Func<Options, CancellationToken, Task<int>> Run, params string[] Switches);
}
