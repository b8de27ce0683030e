using Microsoft.Extensions.DependencyInjection;
using Transparency.Core.HotLists;
using Transparency.Core.HotLists.Import;

namespace Transparency.Ingest.Commands;

internal static class HotListCommand
{
    public static readonly string Help = $"""
        usage: transparency hotlist import FILE --name NAME --source TEXT --kind KIND --plate N [options]

        Loads a hot list in place of the edition of the same name. Bad rows are reported by their line and left out. When the new file is
        empty or holds less than half of the list in use, that list is kept and the exit code is 3; --confirm loads it all the same.

          --kind         one of: {string.Join(", ", HotListKind.All)}
          --separator    one character, tab for a tab, or fixed for columns of fixed width; a comma when left out
          --no-header    the first line is an entry
          --plate        the number of the plate's column, from 1; in fixed width FIRST:WIDTH in characters
          --state  --reason  --type  --expires     likewise, each where the file has it
          --include      types to take, separated by commas; all when left out
          --exclude      types to leave out
          --confirm      an empty or much smaller list is right

        Rows about immigration are never taken.
        """;

    public static async Task<int> RunAsync(Options options, CancellationToken cancellation)
    {
        if (options.TakeWord("import") is not "import" and var word)
        {
            throw new UsageException($"Not understood: {word}");
        }

        var path = options.TakeWord("The file");
        var import = new HotListImport
        {
            Name = options.Take("name") ?? throw new UsageException("--name is missing."),
            Source = options.Take("source") ?? throw new UsageException("--source is missing."),
            Kind = options.Take("kind") ?? throw new UsageException("--kind is missing."),
            Mapping = Mapping(options),
            IsConfirmed = options.Has("confirm"),
            File = await ReadAsync(path, cancellation),
        };
        options.End();
        await using var services = CommandServices.Build();
        var outcome = await services.GetRequiredService<ImportHotList>().RunAsync(
            services.AtTheConsole("Hot list imported at the console"), import, cancellation);
        foreach (var bad in outcome.File?.Bad ?? [])
        {
            await Console.Error.WriteLineAsync($"line {bad.Line}: {bad.Problem}");
        }

        if (outcome.Problem is not null)
        {
            await Console.Error.WriteLineAsync(outcome.Problem);
            return outcome.MayConfirm ? 3 : 1;
        }

        Console.WriteLine($"{outcome.File!.Rows.Count} entries loaded, {outcome.File.BadCount} bad rows, {outcome.File.LeftOut} left out.");
        return 0;
    }

    private static async Task<byte[]> ReadAsync(string path, CancellationToken cancellation) =>
        File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellation) : throw new UsageException($"There is no file {path}.");

    private static HotListMapping Mapping(Options options) => new()
    {
        Separator = options.Take("separator") switch { null => ",", "tab" => "\t", "fixed" => "", { } given => given },
        HasHeader = !options.Has("no-header"),
        Plate = Column(options, "plate") ?? throw new UsageException("--plate is missing."),
        State = Column(options, "state"),
        Reason = Column(options, "reason"),
        Type = Column(options, "type"),
        Expires = Column(options, "expires"),
        Include = Words(options.Take("include")),
        Exclude = Words(options.Take("exclude")),
    };

    private static HotListColumn? Column(Options options, string name)
    {
        if (options.Take(name) is not { } text)
        {
            return null;
        }

        var parts = text.Split(':');
        return parts.Length <= 2 && parts.All(part => int.TryParse(part, out _))
            ? new HotListColumn(int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), parts.Length == 2 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : 0)
            : throw new UsageException($"--{name} is a column's number, or FIRST:WIDTH.");
    }

    private static string[] Words(string? text) => text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
