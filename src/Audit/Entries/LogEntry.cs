using System.Globalization;
using System.Text;
using Transparency.Audit.Merkle;

namespace Transparency.Audit.Entries;

/// <summary>
/// One entry of the log as everybody sees it: which act, on which day, in whose log, and a commitment for each field of the full
/// record. Its bytes are JSON with this key order, fields in ordinal order of their names, and no white space.
/// </summary>
/// <param name="Version">The version of the act's schema.</param>
/// <param name="Act">Such as <c>search</c>.</param>
/// <param name="Day">yyyy-MM-dd in the city's time zone. Nothing finer is public.</param>
/// <param name="Agency">The agency whose log this is.</param>
/// <param name="Fields">In ordinal order of their names.</param>
public sealed record LogEntry(int Version, string Act, string Day, string Agency, IReadOnlyList<CommittedField> Fields)
{
    /// <summary>Makes an entry from the openings of its fields.</summary>
    public static LogEntry Commit(int version, string act, string day, string agency, IEnumerable<FieldOpening> openings) =>
        new(version, act, day, agency, openings
            .Select(opening => new CommittedField(opening.Name, opening.Commitment()))
            .OrderBy(field => field.Name, StringComparer.Ordinal)
            .ToList());

    /// <summary>The commitment of a field; null where the entry has no such field.</summary>
    public Hash256? Commitment(string name)
    {
        foreach (var field in Fields)
        {
            if (field.Name == name)
            {
                return field.Commitment;
            }
        }
        return null;
    }

    /// <summary>The entry's exact bytes: what is hashed, stored and served.</summary>
    /// <exception cref="InvalidOperationException">The entry would not be read back: a name, day or order the format refuses.</exception>
    public byte[] ToBytes()
    {
        var text = new StringBuilder(128 + (72 * Fields.Count));
        text.Append(CultureInfo.InvariantCulture, $$"""{"v":{{Version}},"act":"{{Act}}","day":"{{Day}}","agency":"{{Agency}}","fields":{""");
        for (var i = 0; i < Fields.Count; i++)
        {
            text.Append(i == 0 ? "\"" : ",\"").Append(Fields[i].Name).Append("\":\"").Append(Fields[i].Commitment.ToBase64()).Append('"');
        }
        var bytes = Encoding.UTF8.GetBytes(text.Append("}}").ToString());
        return new EntryParser().Parse(bytes) is null
            ? throw new InvalidOperationException($"An entry of the act {Act} on {Day} is not in the format of the log.")
            : bytes;
    }
}
