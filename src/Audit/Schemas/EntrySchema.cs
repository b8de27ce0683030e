using Transparency.Audit.Entries;

namespace Transparency.Audit.Schemas;

/// <summary>What an entry of one act holds. Every entry of the act has exactly these fields: an empty value is committed like any other.</summary>
/// <param name="Act">The act's name, as in the entry.</param>
/// <param name="Version">The entry's <c>v</c>. A change to the fields is a new version; the old one stays, for the entries that have it.</param>
/// <param name="Meaning">What happened, for people.</param>
/// <param name="Own">The fields of this act beside the <see cref="CommonFields"/>; one of the same name takes the common one's place.</param>
public sealed record EntrySchema(string Act, int Version, string Meaning, IReadOnlyList<FieldSchema> Own)
{
    /// <summary>All fields, in ordinal order of their names.</summary>
    public IReadOnlyList<FieldSchema> Fields { get; } =
        [.. Own.Concat(CommonFields.All).DistinctBy(field => field.Name).OrderBy(field => field.Name, StringComparer.Ordinal)];

    /// <summary>How many fields are opened to everybody.</summary>
    public int PublicCount { get; } = Own.Concat(CommonFields.All).DistinctBy(field => field.Name).Count(field => field.Publication == Publication.Public);

    public FieldSchema? Field(string name) => Fields.FirstOrDefault(field => field.Name == name);

    /// <summary>Whether an entry has exactly the fields of this schema.</summary>
    public bool Fits(LogEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Fields.Count != Fields.Count)
        {
            return false;
        }
        for (var i = 0; i < Fields.Count; i++)
        {
            if (Fields[i].Name != entry.Fields[i].Name)
            {
                return false;
            }
        }
        return true;
    }
}
