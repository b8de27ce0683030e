using Transparency.Bench;

string[] known = ["read", "delivery", "latency", "search", "log", "pages", "pdf"];
var quick = args.Contains("--quick");
var names = args.Where(arg => arg != "--quick").ToList();
if (names.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no bench \"{unknown}\". There are: {string.Join(", ", known)}");
    return 2;
}

var folder = Directory.CreateTempSubdirectory("transparency-bench-").FullName;
try
{
    var figures = new List<Figure>();
    await using var city = new BenchCity(folder, quick);
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

static Task<IReadOnlyList<Figure>> Run(string name, BenchCity city) => name switch
{
    "read" => ReadBench.RunAsync(city),
    "delivery" => DeliveryBench.RunAsync(city),
    "latency" => LatencyBench.RunAsync(city),
    "search" => SearchBench.RunAsync(city),
    "log" => LogBench.RunAsync(city),
    "pages" => PagesBench.RunAsync(city),
    _ => PdfBench.RunAsync(city),
};
