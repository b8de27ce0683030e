namespace Transparency.Audit.Schemas;

/// <summary>One field of an act's full record.</summary>
/// <param name="Name">As in the entry: lower-case words joined by hyphens.</param>
/// <param name="Meaning">What the value says, for people.</param>
/// <param name="Publication">Whether everybody may see the value after the day ends.</param>
/// <param name="Kind">The form a published value has.</param>
/// <param name="Example">A value as it could be.</param>
public sealed record FieldSchema(string Name, string Meaning, Publication Publication, FieldKind Kind, string Example)
{
    /// <summary>A field that is opened to everybody in the disclosure file of its day.</summary>
    public static FieldSchema Public(string name, string meaning, FieldKind kind, string example) =>
        new(name, meaning, Publication.Public, kind, example);

    /// <summary>A field that is never opened to everybody; an auditor can be shown it, with proof.</summary>
    public static FieldSchema Sealed(string name, string meaning, string example) =>
        new(name, meaning, Publication.Sealed, FieldKind.Text, example);
}

/// <summary>Who may see a field's value.</summary>
public enum Publication
{
    /// <summary>Opened to everybody in the disclosure file of its day.</summary>
    Public,

    /// <summary>Never opened to everybody. Users, times, case numbers, plates and free text are sealed in every act.</summary>
    Sealed,
}

/// <summary>The forms a value can have. A published value is empty or of a narrow form, so that free text cannot slip into it.</summary>
public enum FieldKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>One of a short list of words: 1 to 64 of a-z, 0-9, dot and hyphen.</summary>
    Code,

    /// <summary>A short name or title that is public elsewhere: at most 200 characters on one line.</summary>
    Label,

    /// <summary>A whole number, 0 or more, in decimal.</summary>
    Number,

    /// <summary>A day, yyyy-MM-dd.</summary>
    Day,

    /// <summary>Counts by name: a JSON object of whole numbers, names in ordinal order, no white space.</summary>
    Counts,
}
