using FsCheck;
using FsCheck.Fluent;
using Transparency.Core.HotLists.Import;

namespace Transparency.Core.Tests.HotLists.Import;

public sealed class HotListFileTests
{
    private static readonly HotListMapping Separated = new()
    {
        Plate = new(1),
        State = new(2),
        Type = new(3),
        Reason = new(4),
        Expires = new(5),
    };

    [Fact]
    public void Good_rows_are_read_and_bad_ones_named_by_their_line()
    {
        var file = HotListFile.Read(
            [
                "plate,state,type,reason,until",
                "7abc 123,ca,SV,\"Stolen, silver \"\"sedan\"\"\",2026-12-31",
                "",
                ",CA,SV,no plate,",
                "8XYZ999,California,SV,state in words,",
                "8XYZ998,NV,SV,bad day,31.12.2026",
                "\"8XYZ997,NV,SV,quote not closed,",
                "8XYZ996",
            ],
            Separated);
        Assert.Equal(["7ABC123", "8XYZ996"], file.Rows.Select(row => row.Plate));
        Assert.Equal("Stolen, silver \"sedan\"", file.Rows.First().Reason);
        Assert.Equal(new DateOnly(2026, 12, 31), file.Rows.First().Expires);
        Assert.Equal([4, 5, 6, 7], file.Bad.Select(bad => bad.Line));
    }

    [Fact]
    public void Columns_of_fixed_width_are_cut_where_the_mapping_says()
    {
        var file = HotListFile.Read(
            ["7ABC123 CA20261231STOLEN", "8XYZ99"],
            new HotListMapping { Separator = "", HasHeader = false, Plate = new(1, 8), State = new(9, 2), Expires = new(11, 8), Reason = new(19, 20) });
        Assert.Equal(new HotListRow("7ABC123", "CA", "STOLEN", new DateOnly(2026, 12, 31)), file.Rows.First());
        Assert.Equal(new HotListRow("8XYZ99", null, "", null), file.Rows.Last());
    }

    [Theory]
    [InlineData("Immigration Violator")]
    [InlineData("IMMIGRATION_VIOLATOR_FILE")]
    [InlineData("deported felon")]
    public void Rows_about_immigration_are_left_out_even_when_they_are_included(string type)
    {
        var file = HotListFile.Read(["p,s,t", $"7ABC123,CA,{type}", "8XYZ999,CA,SV"], Separated with { Include = [type, "SV"] });
        Assert.Equal(["8XYZ999"], file.Rows.Select(row => row.Plate));
        Assert.Equal((1, 1), (file.LeftOut, file.ImmigrationRows));
    }

    [Fact]
    public void Types_are_included_and_excluded()
    {
        string[] lines = ["p,s,t", "AAA111,CA,SV", "BBB222,CA,LP", "CCC333,CA,XX"];
        Assert.Equal(["AAA111", "BBB222"], HotListFile.Read(lines, Separated with { Include = ["sv", "lp"] }).Rows.Select(row => row.Plate));
        Assert.Equal(["AAA111", "BBB222"], HotListFile.Read(lines, Separated with { Exclude = ["XX"] }).Rows.Select(row => row.Plate));
    }

    [Theory]
    [InlineData(100, 50, false)]
    [InlineData(100, 49, true)]
    [InlineData(0, 1, false)]
    [InlineData(100, 0, true)]
    [InlineData(0, 0, true)]
    public void An_empty_or_much_smaller_edition_waits_for_confirmation(int before, int after, bool waits) =>
        Assert.Equal(waits, ImportGuard.Check(before, after) is not null);

    [Fact]
    public void Whatever_the_file_holds_reading_it_ends_without_an_error() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string[]>(), lines =>
        {
            var file = HotListFile.Read(lines.Select(line => line ?? ""), Separated);
            return file.Rows.All(row => row.Plate.Length is >= 2 and <= 10) && file.Rows.Count + file.BadCount + file.LeftOut <= lines.Length;
        }).QuickCheckThrowOnFailure();
}
