using static Transparency.Audit.Schemas.FieldSchema;

namespace Transparency.Audit.Schemas;

/// <summary>Audits, reports, documents, and what residents ask.</summary>
public static class OversightActs
{
    public const string AuditOpened = "audit-opened";
    public const string AuditFinding = "audit-finding";
    public const string AuditCompleted = "audit-completed";
    public const string ReportIssued = "report-issued";
    public const string DocumentPublished = "document-published";
    public const string Question = "question";

    private static readonly FieldSchema[] Audit =
    [
        Public("kind", "weekly-review, independent or partner.", FieldKind.Code, "weekly-review"),
        Public("title", "The audit's title.", FieldKind.Label, "Weekly review, 16 to 22 November 2026"),
        Sealed("audit", "The audit's id.", "01935f2e-7c1a-7b43-9a51-0c2f5d8e6a10"),
    ];

    private static readonly FieldSchema[] Document =
    [
        Public("kind", "The kind of document.", FieldKind.Code, "quarterly-report"),
        Public("title", "Its title.", FieldKind.Label, "Quarterly report 2026 Q3"),
        Public("digest", "SHA-256 of the file.", FieldKind.Code, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
    ];

    public static IReadOnlyList<EntrySchema> All { get; } =
    [
        new(AuditOpened, 1, "An audit began.",
        [
            .. Audit,
            Public("sampled", "How many entries are in its sample.", FieldKind.Number, "25"),
            Public("seed", "The published draw its sample can be repeated from; empty where nothing was drawn.", FieldKind.Code,
                "f0772ac540bc662c"),
        ]),
        new(AuditFinding, 1, "An audit found something.",
        [
            .. Audit,
            Public("finding", "The kind of finding.", FieldKind.Code, "weak-reason"),
            Sealed("detail", "What was found, in words.", "The reason does not name an offence."),
        ]),
        new(AuditCompleted, 1, "An audit was completed.",
        [
            .. Audit,
            Public("result", "passed, findings or failed.", FieldKind.Code, "findings"),
            Public("findings", "How many findings.", FieldKind.Number, "1"),
        ]),
        new(ReportIssued, 1, "A report was made for the council.", Document),
        new(DocumentPublished, 1, "A document was published, or one was withdrawn.",
        [
            .. Document,
            Public("change", "published or withdrawn.", FieldKind.Code, "published"),
        ]),
        new(Question, 1, "A resident's question or complaint came in, or was answered.",
        [
            Public("kind", "question, complaint or comment.", FieldKind.Code, "complaint"),
            Public("change", "received or answered.", FieldKind.Code, "received"),
            Sealed("reference", "Its number.", "Q-2026-018"),
        ]),
    ];
}
