using System.Globalization;
using System.Text.RegularExpressions;

namespace Transparency.Reports.Tests;

/// <summary>The colours of record.css against WCAG 2.2 (1.4.3 letters, 1.4.11 graphics), in both schemes.</summary>
public sealed partial class ContrastTests
{
    public static TheoryData<string> Letters =>
        ["ink/paper", "ink/panel", "ink-soft/paper", "ink-soft/panel", "accent/paper", "accent/panel", "accent-deep/paper", "on-accent/accent",
        "warning/paper", "warning/warning-ground", "ink/warning-ground", "refusal/paper", "refusal/refusal-ground", "ink/refusal-ground", "on-focus/focus"];

    public static TheoryData<string> Shapes =>
        ["data-1/paper", "data-1-light/paper", "data-2/paper", "data-3/paper", "data-4/paper", "data-5/paper"];

    [Theory]
    [MemberData(nameof(Letters))]
    public void Letters_stand_out_from_their_ground(string pair) => Check(pair, 4.5);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Shapes_stand_out_from_the_paper(string pair) => Check(pair, 3);

    private static void Check(string pair, double least)
    {
        var names = pair.Split('/');
        var light = Colours(0);
        var dark = Colours(1).Aggregate(new Dictionary<string, string>(light), (all, c) => { all[c.Key] = c.Value; return all; });
        Assert.All(new[] { light, dark }, c => Assert.InRange(Ratio(c[names[0]], c[names[1]]), least, 21));
    }

    private static Dictionary<string, string> Colours(int scheme)
    {
        using var sheet = new StreamReader(typeof(Charts.ChartComponentTests).Assembly.GetReferencedAssemblies()
            .Where(a => a.Name == "Transparency.Reports").Select(System.Reflection.Assembly.Load).Single().GetManifestResourceStream("record.css")!);
        var parts = sheet.ReadToEnd().Split("prefers-color-scheme: dark");
        return Token().Matches(parts[scheme]).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
    }

    private static double Ratio(string a, string b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static double Luminance(string hex)
    {
        var channels = Enumerable.Range(0, 3).Select(i => int.Parse(hex.AsSpan(i * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * channels[0]) + (0.7152 * channels[1]) + (0.0722 * channels[2]);
    }

    [GeneratedRegex("--([a-z0-9-]+): #([0-9a-f]{6});")]
    private static partial Regex Token();
}
