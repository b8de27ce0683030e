using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Transparency.Audit.Entries;
using Transparency.Core.AuditTrail;

namespace Transparency.Ingest.Commands;

/// <summary>What an auditor, or whoever carries out an order, does with the log at the machine's console.</summary>
internal static class LogCommand
{
    public const string Help = """
        usage: transparency log open --entry N --field NAME --to AUDITOR [--out FILE]
               transparency log destroy --entry N [--fields NAME,NAME] --basis court-order|statute --order WORDS
               transparency log check
               transparency log key add | retire | leaked

        open     writes a file that opens one field of one entry, for one auditor; "verify --opening FILE" checks it anywhere
        destroy  destroys the salts and values of an entry's fields (all of them without --fields); no proof is harmed
        check    compares every internal record with the public tree; exit code 1 where something does not fit
        key      add: a second key signs beside the old one; retire: the old one ends; leaked: the same, and the log says why
        Each of them but check is itself an entry of the log.
        """;

    public static async Task<int> RunAsync(Options options, CancellationToken cancellation)
    {
        await using var services = CommandServices.Build();
        return options.TakeWord("open, destroy, check or key") switch
        {
            "open" => await OpenAsync(services, options, cancellation),
            "destroy" => await DestroyAsync(services, options, cancellation),
            "check" => await CheckAsync(services, options, cancellation),
            "key" => await KeyAsync(services, options, cancellation),
            var other => throw new UsageException($"Not understood: {other}"),
        };
    }

    private static async Task<int> OpenAsync(IServiceProvider services, Options options, CancellationToken cancellation)
    {
        var entry = Entry(options);
        var field = options.Take("field") ?? throw new UsageException("--field is missing.");
        var auditor = options.Take("to") ?? throw new UsageException("--to is missing: who is shown the field?");
        var file = options.Take("out") ?? string.Create(CultureInfo.InvariantCulture, $"entry-{entry}-{field}{FieldProof.Extension}");
        options.End();
        var outcome = await services.GetRequiredService<OpenField>()
            .RunAsync(services.AtTheConsole("Opening for an auditor"), entry, field, auditor, cancellation);
        if (outcome.File is null)
        {
            Console.Error.WriteLine(outcome.Refusal);
            return 1;
        }
        await File.WriteAllTextAsync(file, outcome.File, cancellation);
        Console.WriteLine($"Opened to {auditor}, and recorded: {file}");
        return 0;
    }

    private static async Task<int> DestroyAsync(IServiceProvider services, Options options, CancellationToken cancellation)
    {
        var entry = Entry(options);
        var fields = options.Take("fields")?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        var basis = options.Take("basis");
        UsageException.ThrowIf(basis is not ("court-order" or "statute"), "--basis must be court-order or statute.");
        var order = options.Take("order") ?? throw new UsageException("--order is missing: by which order?");
        options.End();
        var count = await services.GetRequiredService<DestroySalts>().RunAsync(services.AtTheConsole(order), entry, fields, basis!, cancellation);
        Console.WriteLine(count switch
        {
            null => "There is no such entry in the tree.",
            0 => "There was nothing left to destroy.",
            _ => $"{count} fields can no longer be opened by anyone. Backups made before now still hold them: see docs/operations.md.",
        });
        return count is > 0 ? 0 : 1;
    }

    private static async Task<int> CheckAsync(IServiceProvider services, Options options, CancellationToken cancellation)
    {
        options.End();
        var problems = await services.GetRequiredService<CheckTrail>().RunAsync(cancellation);
        foreach (var problem in problems)
        {
            Console.WriteLine(problem);
        }
        Console.WriteLine(problems.Count == 0 ? "Every internal record is the one committed to in the public tree." : $"{problems.Count} things do not fit.");
        return problems.Count == 0 ? 0 : 1;
    }

    private static async Task<int> KeyAsync(IServiceProvider services, Options options, CancellationToken cancellation)
    {
        var change = options.TakeWord("add, retire or leaked");
        options.End();
        var keys = services.GetRequiredService<ChangeLogKey>();
        var context = services.AtTheConsole("Change of the log's key");
        var key = change switch
        {
            "add" => await keys.AddAsync(context, cancellation),
            "retire" or "leaked" => await keys.RetireAsync(context, change == "leaked", cancellation),
            _ => throw new UsageException($"Not understood: {change}"),
        };
        Console.WriteLine(key is null ? change == "add" ? "Two keys sign already. Retire the older one first." : "Only one key signs. Add another first."
            : change == "add" ? $"From now on this key signs too. Publish it wherever the old one is published:\n{key}" : $"This key signs no more:\n{key}");
        return key is null ? 1 : 0;
    }

    private static int Entry(Options options) =>
        options.TakeNumber("entry", 0, int.MaxValue) ?? throw new UsageException("--entry is missing: the entry's number in the log.");
}
