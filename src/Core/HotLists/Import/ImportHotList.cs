using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Transparency.Audit.Schemas;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.HotLists.Import;

/// <summary>A reading of a source's file.</summary>
public sealed record HotListImport
{
    public required string Name { get; init; }

    public required string Source { get; init; }

    /// <summary>See <see cref="HotListKind"/>.</summary>
    public required string Kind { get; init; }

    public required HotListMapping Mapping { get; init; }

    public required byte[] File { get; init; }

    /// <summary>Somebody has confirmed that an empty or much smaller list is right.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>Where the file is read on schedule; empty for by hand only.</summary>
    public string Path { get; init; } = "";

    public int EveryMinutes { get; init; }

    public int StaleMinutes { get; init; } = 24 * 60;
}

/// <summary>What came of it.</summary>
/// <param name="Problem">Why nothing was loaded; null when it was.</param>
/// <param name="MayConfirm">The problem is one that somebody may confirm away.</param>
/// <param name="File">What was read, with the bad rows; null when the file was not read at all.</param>
public sealed record HotListImportOutcome(string? Problem, bool MayConfirm, HotListFile? File);

/// <summary>
/// Loads a new edition of a hot list in place of the old one, found by its name. Entries that stay keep their identity, so that open
/// alerts still lead to them. Refused readings are logged too.
/// </summary>
public sealed class ImportHotList(SqlDatabase database, City city, AuditLog log)
{
    public Task<HotListImportOutcome> RunAsync(AuditContext context, HotListImport import, CancellationToken cancellation = default)
    {
        var decision = HotListSource.Decide(import.Kind, $"{import.Name} {import.Source}");
        var problem = decision.IsAccepted ? import.Mapping.Problem() ?? NameProblem(import) : decision.Words;
        var file = problem is null ? HotListFile.Read(Lines(import.File), import.Mapping) : null;
        return database.WriteAsync(scope => RecordAsync(scope, context, import, problem, file, cancellation), cancellation);
    }

    private async Task<HotListImportOutcome> RecordAsync(
        WriteScope scope, AuditContext context, HotListImport import, string? problem, HotListFile? file, CancellationToken cancellation)
    {
        var listId = await scope.Connection.ExecuteScalarAsync<string?>("select id from hot_lists where name = @Name", new { import.Name }, scope.Transaction);
        if (file is null)
        {
            await log.AppendAsync(scope, context, Event(import, "import-refused", 0, 0, problem!), cancellation);
            return new(problem, false, null);
        }

        var known = listId is null ? [] : (await scope.Connection.QueryAsync<(string Id, long AddedMs)>(
            "select id, added_ms from hot_list_entries where list_id = @listId", new { listId }, scope.Transaction)).ToDictionary(row => row.Id, row => row.AddedMs);
        var guard = import.IsConfirmed ? null : ImportGuard.Check(known.Count, file.Rows.Count);
        if (guard is not null && (listId is not null || file.Rows.Count == 0))
        {
            if (listId is not null)
            {
                await HotListImportStore.AddImportAsync(scope, listId, context.At, "kept", file, Sha256(import.File));
            }

            await log.AppendAsync(scope, context, Event(import, "import-refused", known.Count, file.LeftOut, guard), cancellation);
            return new($"{guard} The list in use was kept.", listId is not null, file);
        }

        listId = await SaveListAsync(scope, context, import, listId);
        await ReplaceAsync(scope, context, listId, file, known, cancellation);
        await HotListImportStore.SaveMappingAsync(scope, listId, import.Mapping, import.Path, import.EveryMinutes, import.StaleMinutes);
        await HotListImportStore.AddImportAsync(scope, listId, context.At, "loaded", file, Sha256(import.File));
        await log.AppendAsync(
            scope, context, Event(import, known.Count == 0 ? "imported" : "refreshed", file.Rows.Count, file.LeftOut, $"{file.BadCount} bad rows"), cancellation);
        return new(null, false, file);
    }

    private static async Task<string> SaveListAsync(WriteScope scope, AuditContext context, HotListImport import, string? listId)
    {
        var list = new HotList
        {
            Id = listId ?? Guid.CreateVersion7(context.At).ToString(),
            Name = import.Name,
            Source = import.Source,
            Kind = import.Kind,
            RefreshedMs = context.At.ToUnixTimeMilliseconds(),
            IsEnabled = true,
        };
        if (listId is null)
        {
            await HotListStore.AddAsync(scope, list);
        }
        else
        {
            await scope.Connection.ExecuteAsync(
                "update hot_lists set source = @Source, kind = @Kind, refreshed_ms = @RefreshedMs where id = @Id",
                new { list.Source, list.Kind, list.RefreshedMs, list.Id },
                scope.Transaction);
        }

        return list.Id;
    }

    private async Task ReplaceAsync(
        WriteScope scope, AuditContext context, string listId, HotListFile file, Dictionary<string, long> known, CancellationToken cancellation)
    {
        var nowMs = context.At.ToUnixTimeMilliseconds();
        await scope.Connection.ExecuteAsync("delete from hot_list_entries where list_id = @listId", new { listId }, scope.Transaction);
        await new HotListStore(database).AddEntriesAsync(
            scope,
            file.Rows.Select(row =>
            {
                var id = EntryId(listId, row);
                return new HotListEntry
                {
                    Id = id,
                    ListId = listId,
                    Plate = row.Plate,
                    State = row.State,
                    Reason = row.Reason,
                    AddedMs = known.GetValueOrDefault(id, nowMs),
                    ExpiresMs = row.Expires is { } day ? city.StartOf(day.AddDays(1)).ToUnixTimeMilliseconds() : null,
                };
            }),
            cancellation);
    }

    // The same plate on the same list is the same entry in every edition.
    private static string EntryId(string listId, HotListRow row) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{listId} {row.Plate} {row.State}")))[..36];

    private static string? NameProblem(HotListImport import) =>
        import.Name.Trim() is not { Length: >= 2 and <= 100 } || import.Source.Trim() is not { Length: >= 2 and <= 200 }
            ? "Give the list a name of at most 100 characters and say where it comes from."
            : null;

    private static string Sha256(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));

    private static IEnumerable<string> Lines(byte[] file)
    {
        using var reader = new StreamReader(new MemoryStream(file), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static AuditEvent Event(HotListImport import, string change, int listed, int leftOut, string outcome) => new(
        AlertActs.HotListChange,
        [
            new("list", import.Name.Length is > 0 and <= 200 && !import.Name.Any(char.IsControl) ? import.Name : "unnamed"),
            new("list-kind", HotListKind.All.Contains(import.Kind) ? import.Kind : ""),
            new("change", change),
            new("listed", listed.ToString(CultureInfo.InvariantCulture)),
            new("left-out", leftOut.ToString(CultureInfo.InvariantCulture)),
        ])
    {
        Elements = $"hot list {import.Name} of {import.Source}",
        Outcome = outcome,
    };
}
