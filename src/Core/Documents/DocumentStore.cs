using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Documents;

/// <summary>One row of <c>documents</c> without its bytes: what the city publishes beside the pages.</summary>
public sealed record Document
{
    public required string Id { get; init; }

    /// <summary>See <see cref="DocumentKind"/>.</summary>
    public required string Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>The day it speaks of or was issued.</summary>
    public required string Day { get; init; }

    public required string FileName { get; init; }

    /// <summary>Lower-case hexadecimal; also in the log, so that a changed document is noticed.</summary>
    public required string Sha256 { get; init; }

    public required long CreatedMs { get; init; }
}

/// <summary>As stored in <c>documents.kind</c>.</summary>
public static class DocumentKind
{
    public const string QuarterlyReport = "quarterly-report";
    public const string AnnualReport = "annual-report";
    public const string Evaluation = "evaluation";
    public const string AuditReport = "audit-report";
    public const string Agreement = "agreement";
    public const string Contract = "contract";
    public const string Presentation = "presentation";
    public const string Resolution = "resolution";
}

public sealed class DocumentStore(SqlDatabase database)
{
    private const string Select = "select id, kind, title, day, file_name as FileName, sha256, created_ms as CreatedMs from documents";

    /// <summary>Every document, newest first.</summary>
    public async Task<IReadOnlyList<Document>> AllAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await connection.QueryAsync<Document>($"{Select} order by day desc, id desc")).AsList();
    }

    public async Task<Document?> FindAsync(string id, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<Document>($"{Select} where id = @id", new { id });
    }

    /// <summary>The file itself; null when there is no such document.</summary>
    public async Task<byte[]?> ReadAsync(string id, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<byte[]>("select bytes from documents where id = @id", new { id });
    }

    public static Task AddAsync(WriteScope scope, Document document, byte[] bytes) => scope.Connection.ExecuteAsync(
        """
        insert into documents (id, kind, title, day, file_name, bytes, sha256, created_ms)
        values (@Id, @Kind, @Title, @Day, @FileName, @bytes, @Sha256, @CreatedMs)
        """,
        new { document.Id, document.Kind, document.Title, document.Day, document.FileName, bytes, document.Sha256, document.CreatedMs },
        scope.Transaction);
}
