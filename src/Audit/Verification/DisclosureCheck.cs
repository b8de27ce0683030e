using Transparency.Audit.Entries;
using Transparency.Audit.Notes;
using Transparency.Audit.Schemas;
using Transparency.Audit.Verification.Statistics;

namespace Transparency.Audit.Verification;

/// <summary>
/// Holds published values against the commitments in the tree. A day's file is read beside the day's entries, both in the order of the
/// tree, and let go with its last entry, so a long log needs little memory.
/// </summary>
internal sealed class DisclosureCheck(ReadLogFile read, Findings findings, Checkpoint checkpoint, Tally tally)
{
    private readonly Dictionary<string, DisclosedDay> _days = [];
    private readonly HashSet<long> _unread = [];
    private readonly Words _words = new();

    public long FieldsOpened { get; private set; }

    /// <summary>Days with a file.</summary>
    public int Days => _days.Values.Count(day => day.IsPublished);

    /// <summary>The last day with a file; null where there is none.</summary>
    public string? LastDay => _days.Where(pair => pair.Value.IsPublished).Select(pair => pair.Key).Max(StringComparer.Ordinal);

    public async ValueTask CheckAsync(long index, LogEntry entry, EntrySchema schema, CancellationToken cancellation)
    {
        if (!_days.TryGetValue(entry.Day, out var day))
        {
            day = await ReadDayAsync(entry.Day, cancellation);
            _days.Add(entry.Day, day);
        }
        while (day.Waiting is { } early && early < index)
        {
            NotInTree(entry.Day, early);
            day.Advance();
        }
        if (day.Waiting != index)
        {
            day.Withheld += day.IsPublished && schema.PublicCount > 0 ? 1 : 0;
            tally.Add(index, entry, [], schema.PublicCount == 0);
            return;
        }
        var good = Check(index, entry, schema, day.Fields);
        FieldsOpened += good;
        day.Withheld += good < schema.PublicCount ? 1 : 0;
        tally.Add(index, entry, day.Fields, good == schema.PublicCount);
        day.Advance();
    }

    /// <summary>An entry that could not be read, which is a problem already told: its openings are not another one.</summary>
    public void Skip(long index) => _unread.Add(index);

    /// <summary>After the last entry: what was opened for entries that are not there, and days that should have been opened.</summary>
    /// <param name="sizeNow">The log's size by now; read only where a file is newer than the checkpoint.</param>
    public async Task FinishAsync(string? due, Func<Task<long?>> sizeNow, CancellationToken cancellation)
    {
        foreach (var (name, day) in _days.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            var path = DisclosureFile.PathOf(name);
            if (day is { IsPublished: false, IsBroken: false } && string.CompareOrdinal(name, due) <= 0)
            {
                findings.Problem(path, "The day is over, its entries are in the log, but the values due to the public are not published.");
            }
            await ReadRestAsync(name, day, sizeNow);
            if (day.IsBroken)
            {
                findings.Problem(path, "The file is not in the format of the log's disclosures, or was changed.");
            }
            else if (day.Withheld > 0)
            {
                findings.Remark($"{path}: {day.Withheld} entries of {name} are not, or not wholly, opened (published late, withheld or destroyed by order).");
            }
        }
    }

    // What a file opens beyond the checkpoint is fine where the log has grown since; anything else it opens is not in the tree.
    private async Task ReadRestAsync(string name, DisclosedDay day, Func<Task<long?>> sizeNow)
    {
        var isNewer = false;
        for (; day.Waiting is { } index; day.Advance())
        {
            if (index < checkpoint.Head.Size || !(isNewer || index < (await sizeNow() ?? 0)))
            {
                NotInTree(name, index);
            }
            else
            {
                isNewer = true;
            }
        }
        if (isNewer)
        {
            findings.Remark($"{DisclosureFile.PathOf(name)} already opens entries newer than the checkpoint checked.");
        }
    }

    private async Task<DisclosedDay> ReadDayAsync(string day, CancellationToken cancellation)
    {
        var path = DisclosureFile.PathOf(day);
        if (await read(path, cancellation) is not { } bytes)
        {
            return new DisclosedDay(null);
        }
        var reader = new DisclosureReader(bytes, _words);
        if (!reader.IsBroken && (reader.Day != day || reader.Origin != checkpoint.Origin))
        {
            findings.Problem(path, $"The file says it is of {reader.Day} in the log {reader.Origin}.");
        }
        return new DisclosedDay(reader);
    }

    private void NotInTree(string day, long index)
    {
        if (!_unread.Contains(index))
        {
            findings.Problem(DisclosureFile.PathOf(day), $"The file opens entry {index}, which is not an entry of {day} in this log.");
        }
    }

    // Returns how many are good. Schema, entry and opened fields are all in ordinal order of their names.
    private int Check(long index, LogEntry entry, EntrySchema schema, IReadOnlyList<OpenedField> opened)
    {
        var (good, at) = (0, 0);
        foreach (var field in opened)
        {
            while (at < schema.Fields.Count && string.CompareOrdinal(schema.Fields[at].Name, field.Name) < 0)
            {
                at++;
            }
            var problem = at == schema.Fields.Count || schema.Fields[at].Name != field.Name || field.Commitment() != entry.Fields[at].Commitment
                ? $"The value published for {field.Name} in {DisclosureFile.PathOf(entry.Day)} is not the one committed to."
                : schema.Fields[at].Publication == Publication.Sealed
                ? $"{DisclosureFile.PathOf(entry.Day)} opens {field.Name}, which is never public."
                : !FieldValue.Fits(schema.Fields[at].Kind, field.Value)
                ? $"The value published for {field.Name} does not have the form of a {schema.Fields[at].Kind}."
                : null;
            if (problem is not null)
            {
                findings.Problem($"entry {index}", problem);
            }
            good += problem is null ? 1 : 0;
        }
        return good;
    }
}
