using System.Globalization;
using Transparency.Bench;

string[] known = ["read", "delivery", "latency", "cameras", "search", "hotlist", "alerts", "log", "pages", "pdf"];
var options = args.Where(arg => arg.StartsWith("--", StringComparison.Ordinal)).ToList();
var names = args.Except(options).ToList();
var quick = options.Remove("--quick");
var rows = Option("--rows=") is { } count ? long.Parse(count, CultureInfo.InvariantCulture) : (long?)null;
var dataSets = Option("--data=");
if (options.Count > 0 || names.Exists(name => !known.Contains(name)))
{
    var wrong = options.Concat(names.Where(name => !known.Contains(name))).First();
    Console.Error.WriteLine($"There is no bench or option \"{wrong}\". There are: {string.Join(", ", known)}, --quick, --rows=N, --data=FOLDER");
    return 2;
}

var folder = Directory.CreateTempSubdirectory("transparency-bench-").FullName;
try
{
    var figures = new List<Figure>();
    await using var city = new BenchCity(folder, quick) { Rows = rows, DataSets = dataSets ?? Path.Combine(folder, "scale") };
    foreach (var name in known.Where(name => names.Count == 0 || names.Contains(name)))
    {
        Console.WriteLine($"- {name}");
        var measured = await Run(name, city);
        Report.Print(measured);
        figures.AddRange(measured);
    }

    Report.Save(Path.Combine("artifacts", "bench.json"), figures);
    return 0;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

string? Option(string prefix)
{
    var option = options.Find(arg => arg.StartsWith(prefix, StringComparison.Ordinal));
    return option is not null && options.Remove(option) ? option[prefix.Length..] : null;
}

static Task<IReadOnlyList<Figure>> Run(string name, BenchCity city) => name switch
{
    "read" => ReadBench.RunAsync(city),
    "delivery" => DeliveryBench.RunAsync(city),
    "latency" => LatencyBench.RunAsync(city),
    "cameras" => CamerasBench.RunAsync(city),
    "search" => SearchBench.RunAsync(city),
    "hotlist" => HotListBench.RunAsync(city),
    "alerts" => AlertsBench.RunAsync(city),
    "log" => LogBench.RunAsync(city),
    "pages" => PagesBench.RunAsync(city),
    _ => PdfBench.RunAsync(city),
};
