using Transparency.Core.Agencies;
using Transparency.Core.Database;

namespace Transparency.Core.Demonstration;

/// <summary>Gathers the daily totals and writes them at once.</summary>
internal sealed class DemoTotals
{
    private readonly SortedDictionary<(DateOnly Day, string Measure, string Area), long> _values = [];

    public void Add(DateOnly day, string measure, long value) => Add((day, measure, ""), value);

    /// <summary>Counts for the area and for the whole city.</summary>
    public void Add(DateOnly day, string measure, string area, long value)
    {
        Add((day, measure, area), value);
        Add(day, measure, value);
    }

    public Task WriteAsync(WriteScope write, SqlDatabase database) => database.BulkInsertAsync(
        write,
        "daily_totals",
        ["day", "area_id", "measure", "value"],
        _values.Select(total => new object?[] { City.Text(total.Key.Day), total.Key.Area, total.Key.Measure, total.Value }));

    private void Add((DateOnly, string, string) key, long value) => _values[key] = _values.GetValueOrDefault(key) + value;
}
