namespace Transparency.Audit.Schemas;

/// <summary>
/// The canonical list of acts. To add an act, add it to the file of its subject here and to docs/audit-events.md; a test compares
/// the two. An act's fields never change once it has been used: a new version is added beside it.
/// </summary>
public static class EntrySchemas
{
    public static IReadOnlyList<EntrySchema> All { get; } =
    [
        .. SearchActs.All, .. AlertActs.All, .. RetentionActs.All, .. CameraActs.All, .. CouncilActs.All,
        .. SharingActs.All, .. AccountActs.All, .. OversightActs.All, .. LogActs.All,
    ];

    private static readonly Dictionary<(string Act, int Version), EntrySchema> ByAct =
        All.ToDictionary(schema => (schema.Act, schema.Version));

    private static readonly Dictionary<string, EntrySchema> Latest =
        All.GroupBy(schema => schema.Act).ToDictionary(versions => versions.Key, versions => versions.MaxBy(schema => schema.Version)!);

    /// <summary>The schema of an act in one version; null where this edition of the software does not know it.</summary>
    public static EntrySchema? Find(string act, int version) => ByAct.GetValueOrDefault((act, version));

    /// <summary>The schema new entries of an act follow; null where there is no such act.</summary>
    public static EntrySchema? Current(string act) => Latest.GetValueOrDefault(act);
}
