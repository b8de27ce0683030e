namespace Transparency.Ingest.Delivery;

/// <summary>Reads records out of one segment, stepping over damaged stretches.</summary>
internal static class SpoolReader
{
    /// <returns>The records, and the damaged stretches met on the way: where each begins and how long it is.</returns>
    public static (List<SpoolRecord> Records, Dictionary<SpoolPosition, long> Damaged) Read(
        string path, long number, long from, long to, int mostRecords, long mostBytes)
    {
        var bytes = new byte[to - from];
        using var file = File.OpenHandle(path);
        ReadOnlySpan<byte> rest = bytes.AsSpan(0, RandomAccess.Read(file, bytes, from));
        var (records, damaged) = (new List<SpoolRecord>(), new Dictionary<SpoolPosition, long>());
        for (var at = 0; at < rest.Length && records.Count < mostRecords && at < mostBytes;)
        {
            var size = SpoolFormat.Measure(rest[at..]);
            if (size == 0)
            {
                var skipped = SpoolFormat.Skip(rest[at..]);
                damaged[new SpoolPosition(number, from + at)] = skipped;
                at += skipped;
                continue;
            }

            var payload = rest.Slice(at + SpoolFormat.HeaderLength, size - SpoolFormat.HeaderLength).ToArray();
            at += size;
            records.Add(new SpoolRecord(payload, new SpoolPosition(number, from + at)));
        }

        return (records, damaged);
    }
}
