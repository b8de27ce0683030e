using Microsoft.Extensions.Localization;
using Transparency.Audit.Schemas;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Portal.Public.Parts;
using Transparency.Portal.Public.Tables;

namespace Transparency.Portal.Public.Log;

/// <summary>The log as tables: what anyone could count in the published files.</summary>
internal static class LogTables
{
    public static PublicTable ByAct(IStringLocalizer text, string title, IReadOnlyList<ActCount> acts) => PublicTable.Of(
        title,
        acts,
        [
            new("act", text["Act"], "The act's name in the log.", act => Cell.Text(act.Act)),
            new("meaning", text["What it means"], "What happened.", act => Cell.Text(text[EntrySchemas.Current(act.Act)?.Meaning ?? ""])),
            new("entries", text["Entries"], "How many in the period.", act => Cell.Count(act.Entries), isNumber: true),
            new("last_day", text["Last"], "The last day with one.", act => City.TryDay(act.LastDay, out var day) ? Cell.Day(day) : Cell.None),
        ]);

    public static PublicTable Newest(IStringLocalizer text, IReadOnlyList<PublicEntry> entries) => PublicTable.Of(
        text["The newest entries"],
        entries,
        [
            new("index", text["Number"], "The entry's index in the log, from 0.", entry => Cell.Count(entry.Index) with { Address = $"/log/entries/{entry.Index}" }),
            new("act", text["Act"], "The act's name in the log.", entry => Cell.Text(entry.Act, $"/log/act/{entry.Act}")),
            new("day", text["Day"], "Nothing finer than the day is public.", entry => City.TryDay(entry.Day, out var day) ? Cell.Day(day) : Cell.None),
            new("leaf", text["Leaf hash begins"], "SHA-256 of the entry with its prefix byte 00.", entry => Leaf(entry.Leaf)),
        ]);

    /// <summary>The witnesses and what each answered last.</summary>
    public static PublicTable Witnesses(IStringLocalizer text, City city, IReadOnlyList<WitnessStanding> witnesses) => PublicTable.Of(
        text["Witnesses"],
        witnesses,
        [
            new("witness", text["Witness"], "Who it is.", witness => Cell.Text(witness.Name, witness.Address.ToString())),
            new("state", text["Last answer"], "What came of the last head offered.", witness => Cell.Text(text[witness.Last?.Detail ?? "Not asked yet."])),
            new("signed", text["Signed last"], "When it signed a head of this log.", witness => witness.Last?.SignedMs is { } ms
                ? Cell.Text(CityTime.Words(city, DateTimeOffset.FromUnixTimeMilliseconds(ms)))
                : Cell.Text(text["never"])),
            new("size", text["Entries signed for"], "The size of that head.", witness => Cell.Count(witness.Last?.KnownSize)),
            new("key", text["Its key"], "Its verifier key.", witness => Cell.Text(witness.Key)),
        ]);

    /// <summary>Entries, with what is opened of them.</summary>
    public static PublicTable Entries(IStringLocalizer text, IReadOnlyList<ListedEntry> entries) => PublicTable.Of(
        text["Entries"],
        entries,
        [
            new("index", text["Number"], "The entry's index in the log, from 0.", entry => Cell.Count(entry.Index) with { Address = $"/log/entries/{entry.Index}" }),
            new("act", text["Act"], "The act's name in the log.", entry => Cell.Text(entry.Act, $"/log/act/{entry.Act}")),
            new("day", text["Day"], "Nothing finer than the day is public.", entry => City.TryDay(entry.Day, out var day) ? Cell.Day(day) with { Address = $"/log/day/{entry.Day}" } : Cell.None),
            new("agency", text["Agency"], "The agency whose officer acted; empty before the day is opened.", entry => Cell.Text(entry.Agency, $"/log/agency/{entry.Agency}")),
            new("purpose", text["Purpose"], "The purpose stated; empty where the act has none or before the day is opened.", entry => Cell.Text(entry.Purpose, $"/log/purpose/{entry.Purpose}")),
            new("leaf", text["Leaf hash begins"], "SHA-256 of the entry with its prefix byte 00.", entry => Leaf(entry.Leaf)),
        ]);

    /// <summary>One entry's fields: the value where it is opened, the sealed value always.</summary>
    public static PublicTable Fields(IStringLocalizer text, PublishedEntry entry)
    {
        var schema = EntrySchemas.Find(entry.Entry.Act, entry.Entry.Version);
        var opened = entry.Opened.ToDictionary(opening => opening.Name, opening => opening.Value);
        return PublicTable.Of(
            text["Fields"],
            entry.Entry.Fields,
            [
                new("field", text["Field"], "Its name.", field => Cell.Text(field.Name)),
                new("value", text["Value"], "Empty where it is sealed.", field => opened.TryGetValue(field.Name, out var value)
                    ? Cell.Text(value.Length == 0 ? text["(empty)"] : value)
                    : Cell.Text(schema?.Field(field.Name)?.Publication == Publication.Public ? text["not opened"] : text["sealed"])),
                new("commitment", text["Sealed value begins"], "The commitment, base64.", field => new Cell(field.Commitment.ToString()[..16], field.Commitment.ToBase64(), field.Commitment.ToBase64())),
            ]);
    }

    private static Cell Leaf(byte[] leaf)
    {
        var hash = Convert.ToHexStringLower(leaf);
        return new Cell(string.Join(' ', hash[..16].Chunk(4).Select(c => new string(c))), hash, hash);
    }
}
