using Transparency.Audit.Entries;
using Transparency.Audit.Notes;
using Transparency.Audit.Schemas;

namespace Transparency.Audit.Verification;

/// <summary>
/// Holds published values against the commitments in the tree. A day's file is read when the first entry of that day comes by and
/// each entry's values are let go once checked, so a long log needs little memory.
/// </summary>
internal sealed class DisclosureCheck(ReadLogFile read, Findings findings, Checkpoint checkpoint)
{
    private readonly Dictionary<string, DayOpenings> _days = [];

    private readonly HashSet<long> _unread = [];

    public long FieldsOpened { get; private set; }

    /// <summary>Days with a file.</summary>
    public int Days => _days.Values.Count(day => day.IsPublished);

    public async ValueTask CheckAsync(long index, LogEntry entry, EntrySchema schema, CancellationToken cancellation)
    {
        if (!_days.TryGetValue(entry.Day, out var day))
        {
            day = await ReadDayAsync(entry.Day, cancellation);
            _days.Add(entry.Day, day);
        }
        if (!day.IsPublished)
        {
            return;
        }
        var opened = day.Waiting.Remove(index, out var disclosed) ? disclosed.Fields : [];
        foreach (var opening in opened)
        {
            CheckField(index, entry, schema, opening);
        }
        if (schema.Fields.Any(field => field.Publication == Publication.Public && !opened.Any(opening => opening.Name == field.Name)))
        {
            day.Withheld++;
        }
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
            if (!day.IsPublished && !day.IsBroken && string.CompareOrdinal(name, due) <= 0)
            {
                findings.Problem(path, "The day is over, its entries are in the log, but the values due to the public are not published.");
            }
            var newest = day.Waiting.Keys.DefaultIfEmpty(-1).Max();
            var isNewer = newest >= checkpoint.Head.Size && newest < (await sizeNow() ?? 0);
            var unexplained = day.Waiting.Keys.Where(index => (index < checkpoint.Head.Size || !isNewer) && !_unread.Contains(index));
            foreach (var index in unexplained.Order())
            {
                findings.Problem(path, $"The file opens entry {index}, which is not an entry of {name} in this log.");
            }
            if (isNewer)
            {
                findings.Remark($"{path} already opens entries newer than the checkpoint checked.");
            }
            if (day.Withheld > 0)
            {
                findings.Remark($"{path}: {day.Withheld} entries of {name} are not, or not wholly, opened (published late, withheld or destroyed by order).");
            }
        }
    }

    private async Task<DayOpenings> ReadDayAsync(string day, CancellationToken cancellation)
    {
        var path = DisclosureFile.PathOf(day);
        if (await read(path, cancellation) is not { } bytes)
        {
            return new DayOpenings([], IsPublished: false, IsBroken: false);
        }
        if (DisclosureFile.Parse(bytes) is not { } file)
        {
            findings.Problem(path, "The file is not in the format of the log's disclosures, or was changed.");
            return new DayOpenings([], IsPublished: false, IsBroken: true);
        }
        if (file.Day != day || file.Origin != checkpoint.Origin)
        {
            findings.Problem(path, $"The file says it is of {file.Day} in the log {file.Origin}.");
        }
        return new DayOpenings(file.Entries.ToDictionary(entry => entry.Index), IsPublished: true, IsBroken: false);
    }

    private void CheckField(long index, LogEntry entry, EntrySchema schema, FieldOpening opening)
    {
        var field = schema.Field(opening.Name);
        var where = $"entry {index}";
        if (field is null || !opening.Opens(entry))
        {
            findings.Problem(where, $"The value published for {opening.Name} in {DisclosureFile.PathOf(entry.Day)} is not the one committed to.");
        }
        else if (field.Publication == Publication.Sealed)
        {
            findings.Problem(where, $"{DisclosureFile.PathOf(entry.Day)} opens {opening.Name}, which is never public.");
        }
        else if (!FieldValue.Fits(field.Kind, opening.Value))
        {
            findings.Problem(where, $"The value published for {opening.Name} does not have the form of a {field.Kind}.");
        }
        else
        {
            FieldsOpened++;
        }
    }

    private sealed record DayOpenings(Dictionary<long, DisclosedEntry> Waiting, bool IsPublished, bool IsBroken)
    {
        /// <summary>Entries of the day whose public fields the file does not open.</summary>
        public long Withheld { get; set; }
    }
}
