using Transparency.Audit.Entries;
using Transparency.Audit.Schemas;

namespace Transparency.Audit.Tests.Schemas;

public sealed class EntrySchemasTests
{
    private const int LongestColumn = 40; // log_entries.act

    [Fact]
    public void Every_act_and_field_has_a_name_the_format_and_the_database_can_hold()
    {
        foreach (var schema in EntrySchemas.All)
        {
            Assert.All(schema.Fields.Select(field => field.Name).Append(schema.Act),
                name => Assert.True(EntryParser.IsName(name) && name.Length <= LongestColumn, name));
            Assert.True(schema.Fields.Count <= EntryParser.MostFields);
            Assert.Equal(schema.Fields.Count, schema.Fields.DistinctBy(field => field.Name).Count());
        }
    }

    [Fact]
    public void Every_example_has_the_form_its_field_asks_for() =>
        Assert.All(EntrySchemas.All.SelectMany(schema => schema.Fields), field => Assert.True(FieldValue.Fits(field.Kind, field.Example), field.Name));

    [Fact]
    public void Users_times_addresses_case_numbers_plates_and_free_text_are_public_in_no_act()
    {
        string[] never = ["time", "user", "user-name", "address", "elements", "outcome", "case-number", "plate", "basis", "query", "detail"];
        foreach (var field in EntrySchemas.All.SelectMany(schema => schema.Fields))
        {
            Assert.False(never.Contains(field.Name) && field.Publication == Publication.Public, field.Name);
            Assert.False(field is { Kind: FieldKind.Text, Publication: Publication.Public }, field.Name);
        }
    }

    [Theory]
    [InlineData(FieldKind.Code, "7 QZX", false)]
    [InlineData(FieldKind.Code, "stolen-vehicle", true)]
    [InlineData(FieldKind.Number, "007", false)]
    [InlineData(FieldKind.Number, "-7", false)]
    [InlineData(FieldKind.Number, "7", true)]
    [InlineData(FieldKind.Day, "22 November 2026", false)]
    [InlineData(FieldKind.Label, "two\nlines", false)]
    [InlineData(FieldKind.Counts, """{"b":1,"a":2}""", false)]
    [InlineData(FieldKind.Counts, """{"a":-1}""", false)]
    [InlineData(FieldKind.Counts, """{"a": 1}""", false)]
    [InlineData(FieldKind.Counts, "null", false)]
    [InlineData(FieldKind.Counts, """{"a":1,"b":2}""", true)]
    [InlineData(FieldKind.Counts, "{}", true)]
    public void A_public_value_has_a_narrow_form(FieldKind kind, string value, bool fits) => Assert.Equal(fits, FieldValue.Fits(kind, value));
}
