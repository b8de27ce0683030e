using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Dapper;
using Transparency.Core.Agencies;
using Transparency.Core.Database;

namespace Transparency.Core.Policies;

/// <summary>Policy versions as they are kept. The table is append-only.</summary>
public sealed class PolicyStore(SqlDatabase database)
{
    /// <summary>How <c>words</c> and <c>terms</c> are written, here and wherever they are published.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private const string Columns =
        """
        select version as Version, title as Title, adopted_day as AdoptedDay, effective_ms as EffectiveMs, approval_id as ApprovalId,
               words as Words, terms as Terms, created_ms as CreatedMs
        from policies
        """;

    /// <summary>
    /// The version that code obeys at an instant, or null. Null means that search, sharing and ingest are off.
    /// </summary>
    public async Task<PolicyVersion?> InForceAsync(DateTimeOffset at, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await InForceAsync(connection, null, at);
    }

    /// <summary>As <see cref="InForceAsync(DateTimeOffset, CancellationToken)"/>, inside a write transaction.</summary>
    public Task<PolicyVersion?> InForceAsync(WriteScope scope, DateTimeOffset at) => InForceAsync(scope.Connection, scope.Transaction, at);

    /// <summary>Every version ever published, newest first.</summary>
    public async Task<IReadOnlyList<PolicyVersion>> AllAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<Row>($"{Columns} order by version desc");
        return rows.Select(Read).ToList();
    }

    /// <summary>Adds a version. Only <see cref="PublishPolicy"/> may call it, so that no version lacks its log entry.</summary>
    internal static Task AddAsync(WriteScope scope, PolicyVersion version) => scope.Connection.ExecuteAsync(
        """
        insert into policies (version, title, adopted_day, effective_ms, approval_id, words, terms, created_ms)
        values (@Version, @Title, @AdoptedDay, @EffectiveMs, @ApprovalId, @Words, @Terms, @CreatedMs)
        """,
        new
        {
            version.Version,
            version.Title,
            AdoptedDay = City.Text(version.Adopted),
            EffectiveMs = version.Effective.ToUnixTimeMilliseconds(),
            version.ApprovalId,
            Words = JsonSerializer.Serialize(version.Words, Json),
            Terms = JsonSerializer.Serialize(version.Terms, Json),
            CreatedMs = version.Created.ToUnixTimeMilliseconds(),
        },
        scope.Transaction);

    internal static async Task<int> LastVersionAsync(WriteScope scope) => await scope.Connection.ExecuteScalarAsync<int>(
        "select coalesce(max(version), 0) from policies", transaction: scope.Transaction);

    private async Task<PolicyVersion?> InForceAsync(DbConnection connection, DbTransaction? transaction, DateTimeOffset at)
    {
        var row = await connection.QueryFirstOrDefaultAsync<Row>(
            database.Take($"{Columns} where effective_ms <= @AtMs order by effective_ms desc, version desc", 1),
            new { AtMs = at.ToUnixTimeMilliseconds() },
            transaction);
        return row is null ? null : Read(row);
    }

    private static PolicyVersion Read(Row row) => new()
    {
        Version = row.Version,
        Title = row.Title,
        Adopted = DateOnly.ParseExact(row.AdoptedDay, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        Effective = DateTimeOffset.FromUnixTimeMilliseconds(row.EffectiveMs),
        ApprovalId = row.ApprovalId,
        Words = JsonSerializer.Deserialize<PolicyWords>(row.Words, Json)!,
        Terms = JsonSerializer.Deserialize<PolicyTerms>(row.Terms, Json)!,
        Created = DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedMs),
    };

    private sealed record Row
    {
        public required int Version { get; init; }

        public required string Title { get; init; }

        public required string AdoptedDay { get; init; }

        public required long EffectiveMs { get; init; }

        public required string ApprovalId { get; init; }

        public required string Words { get; init; }

        public required string Terms { get; init; }

        public required long CreatedMs { get; init; }
    }
}
