using System.Globalization;
using System.Text.Json;

namespace Transparency.Bench;

/// <summary>Prints the table and keeps <c>artifacts/bench.json</c>; figures of benches that were not run this time stay in the file.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Print(IEnumerable<Figure> figures)
    {
        foreach (var figure in figures)
        {
            var peer = figure.Peer is null ? "" : $"   {figure.Peer}: {Number(figure.PeerValue!.Value)} ({Number(figure.Ratio!.Value)} times)";
            Console.WriteLine($"{figure.Name,-44} {Number(figure.Value),12} {figure.Unit}{peer}");
        }
    }

    public static void Save(string file, IReadOnlyCollection<Figure> figures)
    {
        var kept = File.Exists(file) ? JsonSerializer.Deserialize<List<Figure>>(File.ReadAllText(file), Json)! : [];
        kept.RemoveAll(old => figures.Any(figure => figure.Name == old.Name));
        kept.AddRange(figures);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, JsonSerializer.Serialize(kept.OrderBy(figure => figure.Name, StringComparer.Ordinal), Json) + "\n");
    }

    private static string Number(double value) =>
        value.ToString(Math.Abs(value) >= 100 ? "N0" : Math.Abs(value) >= 10 ? "N1" : "N2", CultureInfo.InvariantCulture);
}
