using System.Data.Common;
using Transparency.Core.Detections;

namespace Transparency.Core.Searches;

/// <summary>
/// Reads the detections of certain cameras from their covering index, in slices of the window, the newest first and each twice as long as
/// the one before. Within a slice the index gives camera after camera, which is quicker than to have it merged; the few that fit are put
/// in order here.
/// </summary>
internal static class ByCamera
{
    private static readonly TimeSpan FirstSlice = TimeSpan.FromHours(1);

    public static async Task<FoundDetections> FindAsync(
        DbConnection connection, RowFilter filter, IReadOnlyList<int> cameras, WantedPlates wanted, CancellationToken cancellation)
    {
        // The index is asked for the cameras, so no row needs to be looked at for its own.
        filter = filter with { Cameras = null };
        var plates = wanted.Set();
        var found = new FoundDetections.Collector(wanted.Enough);
        var (end, length) = (filter.Window.End, DetectionId.Distance(FirstSlice));
        while (end > filter.Window.First && !found.IsFull)
        {
            var first = Math.Max(filter.Window.First, end - length);
            var slice = new List<long>();
            await ReadAsync(connection, filter with { Window = new(first, end) }, cameras, wanted, plates, slice, cancellation);
            slice.Sort((one, other) => other.CompareTo(one));
            foreach (var id in slice)
            {
                found.Add(id);
            }

            (end, length) = (first, length * 2);
        }

        return wanted.Found(found.Newest, found.Met);
    }

    private static async Task ReadAsync(
        DbConnection connection,
        RowFilter filter,
        IReadOnlyList<int> cameras,
        WantedPlates wanted,
        PlateSet? plates,
        List<long> slice,
        CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"{RowReader.Columns(filter, wanted)} where camera in ({string.Join(',', cameras)}) and {filter.Condition}";
        filter.AddParameters(command);
        await RowReader.ReadAsync(command, filter, plates, slice.Add, static () => false, cancellation);
    }
}
