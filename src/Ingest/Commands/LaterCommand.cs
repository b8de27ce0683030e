namespace Transparency.Ingest.Commands;

/// <summary>A command of the contract whose feature is not there yet. Exit code 2.</summary>
internal static class LaterCommand
{
    public static CommandLine.Command Of(string name, string does) => new(
        $"usage: transparency {name}\n\nThis command {does}. It comes with a later version.",
        async (_, _) =>
        {
            await Console.Error.WriteLineAsync($"transparency {name} comes with a later version.");
            return 2;
        });
}
