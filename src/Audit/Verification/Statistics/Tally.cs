using Transparency.Audit.Entries;
using Transparency.Audit.Schemas;

namespace Transparency.Audit.Verification.Statistics;

/// <summary>An entry of a rare act with the values opened for it.</summary>
/// <param name="Values">Empty where nothing was opened.</param>
internal sealed record OpenedEntry(long Index, string Day, IReadOnlyDictionary<string, string> Values)
{
    public string Value(string field) => Values.GetValueOrDefault(field, "");
}

/// <summary>A count that the log gives: exact where every entry was opened, otherwise a range.</summary>
internal readonly record struct Count(long Least, long Most)
{
    public static Count operator +(Count a, Count b) => new(a.Least + b.Least, a.Most + b.Most);

    public bool Allows(long published) => published >= Least && published <= Most;

    public override string ToString() => Least == Most ? $"{Least}" : $"{Least} to {Most}";
}

/// <summary>What the entries and the values opened for them add up to: everything the published statistics are compared with.</summary>
internal sealed class Tally
{
    /// <summary>The value under which searches by the city's own agency are counted apart.</summary>
    public const string Own = "own";

    // Acts of which there may be millions: only these fields of theirs are counted, by value. All other acts are kept whole.
    private static readonly Dictionary<string, string[]> Counted = new()
    {
        [SearchActs.Search] = [CommonFields.Purpose, CommonFields.Organisation],
        [SearchActs.SearchRefused] = ["refusal", CommonFields.Organisation],
        [SearchActs.PhotoViewed] = [],
        [SearchActs.ResultsExported] = [],
        [AlertActs.AlertRaised] = [],
        [AlertActs.AlertVerified] = [],
        [AlertActs.AlertDisposition] = ["disposition"],
        [AccountActs.SignIn] = [],
        [AccountActs.SignOut] = [],
        [AccountActs.SignInRefused] = [],
    };

    private readonly SortedDictionary<string, Dictionary<string, ActDay>> _days = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<OpenedEntry>> _kept = [];

    /// <summary>The first day of which something is counted; null where there is none. Statistics begin with it.</summary>
    public string? FirstDay => _days.FirstOrDefault(day => day.Value.Keys.Any(IsCounted)).Key;

    /// <param name="isWhole">Whether every public field of the entry was opened, and rightly.</param>
    public void Add(long index, LogEntry entry, IReadOnlyList<OpenedField> opened, bool isWhole)
    {
        if (!_days.TryGetValue(entry.Day, out var acts))
        {
            _days.Add(entry.Day, acts = []);
        }
        if (!acts.TryGetValue(entry.Act, out var day))
        {
            acts.Add(entry.Act, day = new ActDay());
        }
        day.Entries++;
        day.Unopened += isWhole ? 0 : 1;
        if (!Counted.TryGetValue(entry.Act, out var fields))
        {
            Keep(index, entry, opened);
            return;
        }
        foreach (var field in opened)
        {
            if (field.Name == CommonFields.Agency && field.Value == entry.Agency)
            {
                day.Add(Own, "");
            }
            else if (Array.IndexOf(fields, field.Name) >= 0)
            {
                day.Add(field.Name, field.Value);
            }
        }
    }

    public long Entries(string act, string from, string to) => In(act, from, to).Sum(day => day.Entries);

    /// <summary>Entries of an act that are not wholly opened.</summary>
    public long Unopened(string act, string from, string to) => In(act, from, to).Sum(day => day.Unopened);

    /// <summary>How many entries of an act have this value.</summary>
    public Count Of(string act, string field, string value, string from, string to)
    {
        var least = In(act, from, to).Sum(day => day.Values.GetValueOrDefault((field, value)));
        return new Count(least, least + Unopened(act, from, to));
    }

    /// <summary>The values of a field that entries of an act have.</summary>
    public IReadOnlyList<string> ValuesOf(string act, string field, string from, string to) =>
        In(act, from, to).SelectMany(day => day.Values.Keys).Where(key => key.Field == field).Select(key => key.Value).Distinct().ToList();

    /// <summary>The entries of a rare act, in the order of the tree.</summary>
    public IReadOnlyList<OpenedEntry> Kept(string act) => _kept.GetValueOrDefault(act) ?? [];

    private static bool IsCounted(string act) =>
        act is LogActs.DailyTotals or RetentionActs.Purge or SearchActs.Search or SearchActs.SearchRefused or SearchActs.PhotoViewed or AlertActs.AlertRaised;

    private IEnumerable<ActDay> In(string act, string from, string to)
    {
        foreach (var (day, acts) in _days)
        {
            if (string.CompareOrdinal(day, from) >= 0 && string.CompareOrdinal(day, to) <= 0 && acts.TryGetValue(act, out var found))
            {
                yield return found;
            }
        }
    }

    private void Keep(long index, LogEntry entry, IReadOnlyList<OpenedField> opened)
    {
        if (!_kept.TryGetValue(entry.Act, out var kept))
        {
            _kept.Add(entry.Act, kept = []);
        }
        kept.Add(new OpenedEntry(index, entry.Day, opened.ToDictionary(field => field.Name, field => field.Value)));
    }

    private sealed class ActDay
    {
        public long Entries { get; set; }

        public long Unopened { get; set; }

        public Dictionary<(string Field, string Value), long> Values { get; } = [];

        public void Add(string field, string value) => Values[(field, value)] = Values.GetValueOrDefault((field, value)) + 1;
    }
}
