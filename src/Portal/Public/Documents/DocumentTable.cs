using Microsoft.Extensions.Localization;
using Transparency.Core.Agencies;
using Transparency.Core.Documents;
using Transparency.Portal.Public.Tables;

namespace Transparency.Portal.Public.Documents;

/// <summary>The published documents as a table.</summary>
internal static class DocumentTable
{
    public static PublicTable Of(IStringLocalizer text, IReadOnlyList<Document> documents) => PublicTable.Of(
        text["Published documents"],
        documents,
        [
            new("title", text["Document"], "Its title; leads to the file.", d => Cell.Text(d.Title, Address(d))),
            new("kind", text["Kind"], "What it is.", d => Cell.Code(text[Kind(d.Kind)], d.Kind)),
            new("day", text["Day"], "The day it was issued or speaks of.", d => City.TryDay(d.Day, out var day) ? Cell.Day(day) : Cell.None),
            new("sha256", text["Fingerprint (SHA-256)"], "SHA-256 of the file, also in the public log.", d => new Cell(Grouped(d.Sha256), d.Sha256, d.Sha256)),
        ]);

    /// <summary>The name at the end is for people who save the file; the id alone finds it.</summary>
    public static string Address(Document document) => $"/documents/{document.Id}/{Uri.EscapeDataString(document.FileName)}";

    private static string Kind(string kind) => kind switch
    {
        DocumentKind.QuarterlyReport => "Quarterly report",
        DocumentKind.AnnualReport => "Annual report",
        DocumentKind.Evaluation => "Surveillance evaluation",
        DocumentKind.AuditReport => "Audit report",
        DocumentKind.Agreement => "Agreement",
        DocumentKind.Contract => "Contract",
        DocumentKind.Presentation => "Presentation",
        DocumentKind.Resolution => "Resolution",
        _ => kind,
    };

    private static string Grouped(string hash) => string.Join(' ', hash.Chunk(8).Select(c => new string(c)));
}
