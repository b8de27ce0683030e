using static Transparency.Audit.Schemas.FieldSchema;

namespace Transparency.Audit.Schemas;

/// <summary>What the council decides, and the policy that follows from it.</summary>
public static class CouncilActs
{
    public const string PolicyVersion = "policy-version";
    public const string Approval = "approval";
    public const string ProposalChange = "proposal-change";

    public static IReadOnlyList<EntrySchema> All { get; } =
    [
        new(PolicyVersion, 1, "A version of the usage and privacy policy came into force.",
        [
            Public("policy", "Its version.", FieldKind.Number, "3"),
            Public("title", "Its title.", FieldKind.Label, "ALPR Usage and Privacy Policy"),
            Public("adopted", "The day the council adopted it.", FieldKind.Day, "2026-09-15"),
            Public("approval", "The decision that adopted it.", FieldKind.Label, "Resolution 2026-41"),
            Public("retention-days", "How long detections are kept.", FieldKind.Number, "30"),
            Public("digest", "SHA-256 of the policy as published: its words, a zero byte, its terms.", FieldKind.Code,
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
        ]),
        new(Approval, 1, "A decision of the council was recorded, or one ended.",
        [
            Public("kind", "program, camera, policy, sharing, feature or contract.", FieldKind.Code, "camera"),
            Public("change", "recorded, expired or withdrawn.", FieldKind.Code, "recorded"),
            Public("title", "What was decided.", FieldKind.Label, "Four cameras on Airport Road"),
            Public("meeting", "The day of the meeting.", FieldKind.Day, "2026-09-15"),
            Public("resolution", "The number of the resolution.", FieldKind.Label, "Resolution 2026-41"),
            Public("vote", "How the vote went.", FieldKind.Label, "5 for, 2 against"),
        ]),
        new(ProposalChange, 1, "A proposal was opened for comment, scheduled, decided or withdrawn.",
        [
            Public("kind", "What it is about, as for an approval.", FieldKind.Code, "camera"),
            Public("title", "Its title.", FieldKind.Label, "Four cameras on Airport Road"),
            Public("status", "notice, scheduled, approved, rejected or withdrawn.", FieldKind.Code, "notice"),
        ]),
    ];
}
