using System.Text.RegularExpressions;

namespace Transparency.Core.Tests;

/// <summary>docs/law.md: every link leads somewhere, and every test it names is in the file it names.</summary>
public sealed partial class LawTests
{
    private static readonly string Docs = FindDocs();

    private static readonly string[] Rows = File.ReadAllLines(Path.Combine(Docs, "law.md")).Where(line => Row().IsMatch(line)).ToArray();

    [Fact]
    public void There_is_a_row_for_each_of_the_25_rules() =>
        Assert.Equal(Enumerable.Range(1, 25), Rows.Select(row => int.Parse(Row().Match(row).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Every_link_leads_to_a_file_or_folder() => Assert.All(Links(), link =>
    {
        var path = Path.Combine(Docs, link.Path);
        Assert.True(File.Exists(path) || Directory.Exists(path), $"{link.Path} is missing.");
    });

    [Fact]
    public void Every_test_that_is_named_exists() => Assert.All(
        Links().Where(link => link.Path.Contains("/tests/", StringComparison.Ordinal)),
        link => Assert.Contains(
            $" {link.Text.Replace(' ', '_')}(", File.ReadAllText(Path.Combine(Docs, link.Path)), StringComparison.Ordinal));

    [Fact]
    public void A_rule_names_its_tests_or_says_that_they_come_later() => Assert.All(
        Rows, row => Assert.True(row.Contains("/tests/", StringComparison.Ordinal) || row.Contains("comes later", StringComparison.Ordinal), row));

    private static IEnumerable<(string Text, string Path)> Links() =>
        Rows.SelectMany(row => Link().Matches(row)).Select(match => (match.Groups[1].Value, match.Groups[2].Value));

    private static string FindDocs()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Transparency.sln")))
            {
                return Path.Combine(folder.FullName, "docs");
            }
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }

    [GeneratedRegex(@"^\| (\d+) \|")]
    private static partial Regex Row();

    [GeneratedRegex(@"\[([^\]]+)\]\(([^)]+)\)")]
    private static partial Regex Link();
}
