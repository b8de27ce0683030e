using System.Data.Common;
using Dapper;

namespace Transparency.Core.Detections;

/// <summary>
/// One vehicle passing once is one detection. A worker that was killed, or that lost sight of a vehicle behind another, may report the
/// same passing twice: the same plate at the same camera within a few seconds.
/// </summary>
public static class SamePassing
{
    /// <summary>No vehicle turns round and passes the same camera again as soon as this.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private const int PerQuery = 500;

    public static bool Is(DetectionId one, DetectionId other) => (one.CapturedAt - other.CapturedAt).Duration() <= Window;

    /// <summary>Whether two plates are equal but for one character replaced, missing or too many, or altogether.</summary>
    public static bool IsOneCharacterOff(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        var same = 0;
        while (same < shorter.Length && shorter[same] == longer[same])
        {
            same++;
        }

        return shorter.Length == longer.Length
            ? same == shorter.Length || shorter.AsSpan(same + 1).SequenceEqual(longer.AsSpan(same + 1))
            : longer.Length - shorter.Length == 1 && shorter.AsSpan(same).SequenceEqual(longer.AsSpan(same + 1));
    }

    /// <summary>The rows, oldest first, that are not a passing stored already or told by an earlier row.</summary>
    internal static async Task<List<DetectionRow>> FirstsAsync(
        DbConnection connection, DbTransaction transaction, IReadOnlyList<DetectionRow> rows)
    {
        var stored = await StoredAsync(connection, transaction, rows);
        var firsts = new List<DetectionRow>(rows.Count);
        foreach (var row in rows)
        {
            var passings = stored[(row.PlateId, row.Camera)];
            if (!passings.Exists(other => Is(new DetectionId(other), new DetectionId(row.Id))))
            {
                firsts.Add(row);
                passings.Add(row.Id);
            }
        }

        return firsts;
    }

    private static async Task<Dictionary<(long Plate, int Camera), List<long>>> StoredAsync(
        DbConnection connection, DbTransaction transaction, IReadOnlyList<DetectionRow> rows)
    {
        var stored = rows.Select(row => (row.PlateId, row.Camera)).Distinct().ToDictionary(key => key, _ => new List<long>());
        var from = DetectionId.Floor(new DetectionId(rows[0].Id).CapturedAt - Window).Value;
        var to = DetectionId.Floor(new DetectionId(rows[^1].Id).CapturedAt + Window + TimeSpan.FromMilliseconds(1)).Value;
        foreach (var plates in rows.Select(row => row.PlateId).Distinct().Chunk(PerQuery))
        {
            var found = await connection.QueryAsync<(long Id, long Plate, int Camera)>(
                "select id, plate_id, camera from detections where plate_id in @plates and id >= @from and id < @to",
                new { plates, from, to },
                transaction);
            foreach (var (id, plate, camera) in found)
            {
                if (stored.TryGetValue((plate, camera), out var passings))
                {
                    passings.Add(id);
                }
            }
        }

        return stored;
    }
}
