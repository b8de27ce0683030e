using System.Globalization;
using System.Text;
using Transparency.Audit.Schemas;

namespace Transparency.Audit.Tests.Schemas;

public sealed class AuditEventsPageTests
{
    private const string Marker = "<!-- From here on written from the code. -->\n";

    [Fact]
    public void The_page_of_audit_events_says_what_the_code_does()
    {
        var file = Path.Combine(Checkout(), "docs", "audit-events.md");
        var page = File.ReadAllText(file);
        var start = page.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length;
        var expected = page[..start] + Acts();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(file, expected);
        }
        else
        {
            Assert.Equal(expected, page);
        }
    }

    private static string Acts()
    {
        var text = new StringBuilder("\n## Fields of every act\n\n");
        Table(text, CommonFields.All);
        text.Append("\n## Acts\n");
        foreach (var schema in EntrySchemas.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {schema.Act}\n\n{schema.Meaning}\n");
            text.Append(schema.Version == 1 ? "" : $"Version {schema.Version}.\n");
            if (schema.Own.Count > 0)
            {
                text.Append('\n');
                Table(text, schema.Own);
            }
        }
        return text.ToString();
    }

    private static void Table(StringBuilder text, IEnumerable<FieldSchema> fields)
    {
        text.Append("| field | | form | meaning | example |\n| --- | --- | --- | --- | --- |\n");
        foreach (var field in fields)
        {
            var publication = field.Publication == Publication.Public ? "**public**" : "sealed";
            var form = field.Kind.ToString().ToLowerInvariant();
            text.Append(CultureInfo.InvariantCulture, $"| {field.Name} | {publication} | {form} | {field.Meaning} | `{field.Example}` |\n");
        }
    }

    private static string Checkout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Transparency.sln")))
        {
            folder = folder.Parent;
        }
        return folder.FullName;
    }
}
