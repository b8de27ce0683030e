using System.Text.RegularExpressions;

namespace Transparency.Core.Tests.Database;

/// <summary>What a script creates, without the engine's spelling of types: the two scripts of a pair must have the same outline.</summary>
internal static partial class SchemaOutline
{
    public static string Of(string script) => string.Join('\n', Lines(script).Distinct());

    private static IEnumerable<string> Lines(string script)
    {
        foreach (var line in script.Split('\n'))
        {
            if (Trigger().Match(line) is { Success: true } trigger)
            {
                yield return "append-only " + trigger.Groups["table"].Value;
            }
            else if (Created().Match(line) is { Success: true } created)
            {
                yield return created.Value;
            }
            else if (Column().Match(line) is { Success: true } column)
            {
                yield return $"  {column.Groups["name"].Value} {(line.Contains("not null", StringComparison.Ordinal) ? "required" : "optional")}";
            }
        }
    }

    [GeneratedRegex(@"create trigger \w+ (before (update|delete) )?on (?<table>\w+)")]
    private static partial Regex Trigger();

    [GeneratedRegex(@"create (unique )?(table|index) .*")]
    private static partial Regex Created();

    [GeneratedRegex(@"^    (?<name>\w+) (text|integer|int|bigint|smallint|blob|varchar|nvarchar|varbinary)\b")]
    private static partial Regex Column();
}
