using System.Security.Cryptography;
using Transparency.Audit.Schemas;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Documents;

/// <summary>
/// Puts a report among the published documents. The document and the log entry that holds its SHA-256 are one transaction, so that a
/// report that is changed later does not fit the log.
/// </summary>
public sealed class IssueReport(SqlDatabase database, AuditLog log)
{
    /// <param name="context">Who issues it, when, and for what.</param>
    /// <param name="kind">See <see cref="DocumentKind"/>.</param>
    /// <param name="title">At most 200 characters.</param>
    /// <param name="fileName">As people save it.</param>
    /// <param name="day">The last day it speaks of.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="cancellation">Ends the act; nothing is kept then.</param>
    public Task<Document> RunAsync(
        AuditContext context, string kind, string title, string fileName, DateOnly day, byte[] bytes, CancellationToken cancellation = default)
    {
        var document = new Document
        {
            Id = Guid.CreateVersion7(context.At).ToString(),
            Kind = kind,
            Title = title,
            Day = City.Text(day),
            FileName = fileName,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            CreatedMs = context.At.ToUnixTimeMilliseconds(),
        };
        var entry = new AuditEvent(OversightActs.ReportIssued, [new("kind", kind), new("title", title), new("digest", document.Sha256)])
        {
            Elements = $"totals of the period that ends {document.Day}",
            Outcome = $"{fileName}, {bytes.Length} bytes",
        };
        return database.WriteAsync(
            async scope =>
            {
                await DocumentStore.AddAsync(scope, document, bytes);
                await log.AppendAsync(scope, context, entry, cancellation);
                return document;
            },
            cancellation);
    }
}
