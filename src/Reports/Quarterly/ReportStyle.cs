using System.Reflection;

namespace Transparency.Reports.Quarterly;

/// <summary>The sheet a printed report carries inside: fonts as data, the shared language, the layout of paper.</summary>
internal static class ReportStyle
{
    private static readonly Assembly Home = typeof(ReportStyle).Assembly;

    public static string Css { get; } = string.Concat(
        Face(400, "100 499"), Face(600, "500 900"), Text("record.css"), Text("report.css"));

    private static string Face(int weight, string range) =>
        $"@font-face{{font-family:\"Public Sans\";font-weight:{range};src:url(data:font/woff2;base64,{Convert.ToBase64String(Bytes($"public-sans-{weight}.woff2"))})}}\n";

    private static string Text(string name) => System.Text.Encoding.UTF8.GetString(Bytes(name));

    private static byte[] Bytes(string name)
    {
        using var resource = Home.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The resource {name} is not in {Home.GetName().Name}.");
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
