using System.Data.Common;
using Dapper;

namespace Transparency.Core.Detections;

/// <summary>
/// The numbers of plates this process has met, so that a delivery asks the database only for those it has not. Numbers are never given
/// up or changed, so what was once committed stays true. Thread-safe.
/// </summary>
public sealed class PlateNumbers
{
    // About 100 bytes each. A city's daily traffic fits; what is forgotten is asked for again.
    private const int Most = 500_000;

    private const int PerQuery = 500;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _known = [];

    /// <summary>The numbers of those plates that have one, as committed before.</summary>
    internal async Task<Dictionary<string, long>> FindAsync(DbConnection connection, DbTransaction? transaction, IEnumerable<string> texts)
    {
        var found = new Dictionary<string, long>();
        var unknown = new List<string>();
        lock (_lock)
        {
            foreach (var text in texts.Distinct())
            {
                if (_known.TryGetValue(text, out var number))
                {
                    found[text] = number;
                }
                else
                {
                    unknown.Add(text);
                }
            }
        }

        foreach (var some in unknown.Chunk(PerQuery))
        {
            foreach (var (number, text) in await connection.QueryAsync<(long, string)>(
                "select plate_id, text from plates where text in @some", new { some }, transaction))
            {
                found[text] = number;
            }
        }

        Remember(unknown, found);
        return found;
    }

    private void Remember(List<string> asked, Dictionary<string, long> found)
    {
        lock (_lock)
        {
            if (_known.Count + asked.Count > Most)
            {
                _known.Clear();
            }

            foreach (var text in asked.Where(found.ContainsKey))
            {
                _known[text] = found[text];
            }
        }
    }
}
