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

    /// <summary>The numbers of those passings, given oldest first, that are not stored already or told by an earlier one.</summary>
    internal static async Task<HashSet<long>> FirstsAsync(
        DbConnection connection, DbTransaction? transaction, IReadOnlyList<Passing> passings)
    {
        var stored = await StoredAsync(connection, transaction, passings);
        var firsts = new HashSet<long>(passings.Count);
        foreach (var passing in passings)
        {
            var others = stored[(passing.Plate, passing.Camera)];
            if (!others.Exists(other => Is(new DetectionId(other), new DetectionId(passing.Id))))
            {
                firsts.Add(passing.Id);
                others.Add(passing.Id);
            }
        }

        return firsts;
    }

    private static async Task<Dictionary<(long Plate, int Camera), List<long>>> StoredAsync(
        DbConnection connection, DbTransaction? transaction, IReadOnlyList<Passing> passings)
    {
        var stored = passings.Select(passing => (passing.Plate, passing.Camera)).Distinct().ToDictionary(key => key, _ => new List<long>());
        if (passings.Count == 0)
        {
            return stored;
        }

        var from = DetectionId.Floor(new DetectionId(passings[0].Id).CapturedAt - Window).Value;
        var to = DetectionId.Floor(new DetectionId(passings[^1].Id).CapturedAt + Window + TimeSpan.FromMilliseconds(1)).Value;
        foreach (var plates in passings.Select(passing => passing.Plate).Where(plate => plate > 0).Distinct().Chunk(PerQuery))
        {
            var found = await connection.QueryAsync<(long Id, long Plate, int Camera)>(
                $"select id, plate_id, camera from detections where plate_id in ({string.Join(',', plates)}) and id >= @from and id < @to",
                new { from, to },
                transaction);
            foreach (var (id, plate, camera) in found)
            {
                if (stored.TryGetValue((plate, camera), out var others))
                {
                    others.Add(id);
                }
            }
        }

        return stored;
    }
}

/// <summary>A vehicle at a camera: the detection's number, the plate's, the camera's. A plate below 0 is not stored yet.</summary>
internal readonly record struct Passing(long Id, long Plate, int Camera);
