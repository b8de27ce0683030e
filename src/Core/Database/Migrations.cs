using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace Transparency.Core.Database;

/// <summary>
/// Brings a database to the schema of this build: scripts embedded from <c>db/</c>, each applied once, in order, in a transaction of
/// its own together with its line in <c>schema_versions</c>.
/// </summary>
public sealed class Migrations(SqlDatabase database, TimeProvider time)
{
    /// <summary>Applies what is missing. Returns the names applied, oldest first.</summary>
    /// <exception cref="InvalidOperationException">A script that was applied earlier reads differently now.</exception>
    public async Task<IReadOnlyList<string>> ApplyAsync(CancellationToken cancellation = default)
    {
        await database.PrepareAsync(cancellation);
        await database.WriteAsync(
            scope => scope.Connection.ExecuteAsync(CreateTable(database.ScriptFolder), transaction: scope.Transaction), cancellation);
        var applied = new List<string>();
        foreach (var script in Scripts(database.ScriptFolder))
        {
            if (await database.WriteAsync(scope => ApplyAsync(scope, script), cancellation))
            {
                applied.Add(script.Name);
            }
        }

        return applied;
    }

    /// <summary>The scripts of one engine in the order they are applied: name without extension, and text.</summary>
    internal static IReadOnlyList<MigrationScript> Scripts(string folder)
    {
        var assembly = typeof(Migrations).Assembly;
        var prefix = $"db/{folder}/";
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new MigrationScript(Path.GetFileNameWithoutExtension(name), Read(assembly, name)))
            .ToList();
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    // The one statement that must work before any script has run; the two engines spell "if it is not there" differently.
    private static string CreateTable(string folder)
    {
        const string Table = "schema_versions (name varchar(200) not null primary key, sha256 varchar(64) not null, applied_ms bigint not null)";
        return folder == "sqlite"
            ? $"create table if not exists {Table}"
            : $"if object_id('schema_versions') is null create table {Table}";
    }

    private async Task<bool> ApplyAsync(WriteScope scope, MigrationScript script)
    {
        var known = await scope.Connection.ExecuteScalarAsync<string>(
            "select sha256 from schema_versions where name = @Name", new { script.Name }, scope.Transaction);
        if (known is not null)
        {
            return known == script.Sha256
                ? false
                : throw new InvalidOperationException(
                    $"The database was set up by another edition of script {script.Name}. Restore the matching edition of the software.");
        }

        foreach (var batch in script.Batches)
        {
            await scope.Connection.ExecuteAsync(batch, transaction: scope.Transaction);
        }

        await scope.Connection.ExecuteAsync(
            "insert into schema_versions (name, sha256, applied_ms) values (@Name, @Sha256, @AppliedMs)",
            new { script.Name, script.Sha256, AppliedMs = time.GetUtcNow().ToUnixTimeMilliseconds() },
            scope.Transaction);
        return true;
    }
}

/// <summary>One file of <c>db/</c>; its batches are separated by lines that say <c>go</c>.</summary>
internal sealed record MigrationScript(string Name, string Text)
{
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    public IEnumerable<string> Batches => Text.Split("\ngo\n").Select(batch => batch.Trim()).Where(batch => batch.Length > 0);
}
