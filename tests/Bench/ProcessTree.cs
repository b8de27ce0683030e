using System.Globalization;

namespace Transparency.Bench;

/// <summary>What a process and its children use, from /proc.</summary>
internal static class ProcessTree
{
    private const double TicksPerSecond = 100;

    /// <summary>Processor seconds so far and megabytes at present (shared pages in proportion), of each process by its id.</summary>
    public static Dictionary<int, (double Seconds, double Megabytes)> Of(int root)
    {
        var used = new Dictionary<int, (double, double)>();
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            try
            {
                if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id)
                    && File.ReadAllText(Path.Combine(folder, "stat")) is var stat
                    && stat[(stat.LastIndexOf(')') + 2)..].Split(' ') is var fields
                    && (id == root || fields[1] == root.ToString(CultureInfo.InvariantCulture)))
                {
                    used[id] = ((Number(fields[11]) + Number(fields[12])) / TicksPerSecond, Memory(folder));
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It ended while we looked.
            }
        }

        return used;
    }

    private static double Memory(string folder)
    {
        var line = File.ReadLines(Path.Combine(folder, "smaps_rollup")).First(line => line.StartsWith("Pss:", StringComparison.Ordinal));
        return Number(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) / 1024;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
