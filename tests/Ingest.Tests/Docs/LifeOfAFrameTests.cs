using System.Text.RegularExpressions;

namespace Transparency.Ingest.Tests.Docs;

public sealed partial class LifeOfAFrameTests
{
    [Fact]
    public void Every_file_the_page_links_to_is_there()
    {
        var page = Path.Combine(Root(), "docs", "life-of-a-frame.md");
        var links = Link().Matches(File.ReadAllText(page)).Select(match => match.Groups["path"].Value).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(page)!, link)), $"{link} is missing"));
    }

    [Fact]
    public void Every_step_is_one_sentence_with_one_link()
    {
        var steps = File.ReadLines(Path.Combine(Root(), "docs", "life-of-a-frame.md")).Where(line => line.Length > 0 && char.IsAsciiDigit(line[0])).ToList();

        Assert.All(steps.Index(), step => Assert.StartsWith($"{step.Index + 1}. ", step.Item, StringComparison.Ordinal));
        Assert.All(steps, step => Assert.Single(Link().Matches(step)));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Transparency.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"\]\((?<path>[^)]+)\)")]
    private static partial Regex Link();
}
