using Transparency.Ingest.Commands;

if (args is ["read", .. var rest])
{
    return await ReadCommand.RunAsync(rest, Console.Out, Console.Error, CancellationToken.None);
}

await Console.Error.WriteLineAsync("usage: Transparency.Ingest read [--json] PATH ...");
return 2;
