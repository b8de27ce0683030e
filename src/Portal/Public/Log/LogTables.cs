using Microsoft.Extensions.Localization;
using Transparency.Audit.Schemas;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
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
            new("index", text["Number"], "The entry's index in the log, from 0.", entry => Cell.Count(entry.Index)),
            new("act", text["Act"], "The act's name in the log.", entry => Cell.Text(entry.Act)),
            new("day", text["Day"], "Nothing finer than the day is public.", entry => City.TryDay(entry.Day, out var day) ? Cell.Day(day) : Cell.None),
            new("leaf", text["Leaf hash begins"], "SHA-256 of the entry with its prefix byte 00.", entry => Leaf(entry.Leaf)),
        ]);

    private static Cell Leaf(byte[] leaf)
    {
        var hash = Convert.ToHexStringLower(leaf);
        return new Cell(string.Join(' ', hash[..16].Chunk(4).Select(c => new string(c))), hash, hash);
    }
}
