using Transparency.Verify;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
var command = new VerifyCommand(Console.Out, Console.Error, TimeProvider.System, http);
return await command.RunAsync(args, stop.Token);
