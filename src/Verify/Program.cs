using Transparency.Verify.Witnessing;

namespace Transparency.Verify;

internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
        return args is ["witness", .. var options]
            ? await new WitnessCommand(Console.Out, Console.Error, TimeProvider.System).RunAsync(options, stop.Token)
            : await new VerifyCommand(Console.Out, Console.Error, TimeProvider.System, http).RunAsync(args, stop.Token);
    }
}
