using static Transparency.Audit.Schemas.FieldSchema;

namespace Transparency.Audit.Schemas;

/// <summary>Who may share, and what the city is asked for.</summary>
public static class SharingActs
{
    public const string ShareChange = "share-change";
    public const string LegalRequest = "legal-request";

    public static IReadOnlyList<EntrySchema> All { get; } =
    [
        new(ShareChange, 1, "An agreement with another agency was asked for, refused, made, changed, suspended, resumed or ended.",
        [
            Public("partner", "The other agency's id.", FieldKind.Code, "chula-vista-pd"),
            Public("partner-name", "Its name.", FieldKind.Label, "Chula Vista Police Department"),
            Public("direction", "outbound-search, inbound-search, alerts or contribution.", FieldKind.Code, "outbound-search"),
            Public("change", "requested, refused, agreed, changed, suspended, resumed or ended.", FieldKind.Code, "suspended"),
            Public("reason", "The rule it follows from.", FieldKind.Code, "audit-overdue"),
        ]),
        new(LegalRequest, 1, "A subpoena, warrant, records request or federal request was received or answered.",
        [
            Public("kind", "subpoena, warrant, records-request or federal-request.", FieldKind.Code, "records-request"),
            Public("change", "received or answered.", FieldKind.Code, "answered"),
            Public("answer", "What was answered: complied, in-part, refused or withdrawn.", FieldKind.Code, "in-part"),
            Sealed("sender", "Who asked.", "Bay Area Records Project"),
        ]),
    ];
}
