using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Transparency.Audit.Entries;
using Transparency.Audit.Schemas;

namespace Transparency.Audit.Tests.Entries;

public sealed class EntryParserTests
{
    private static readonly byte[] Sample = LogEntry.Commit(
        1, "search", "2026-11-22", "marisol-bay-pd", [new FieldOpening("plate", new byte[32], "7QZX418"), new FieldOpening("basis", new byte[32], "")])
        .ToBytes();

    [Fact]
    public void An_entry_is_written_as_the_documentation_says()
    {
        Assert.Equal(
            """{"v":1,"act":"search","day":"2026-11-22","agency":"marisol-bay-pd","fields":{"basis":"BASIS","plate":"PLATE"}}"""
                .Replace("BASIS", FieldCommitment.Of("basis", new byte[32], "").ToBase64(), StringComparison.Ordinal)
                .Replace("PLATE", FieldCommitment.Of("plate", new byte[32], "7QZX418").ToBase64(), StringComparison.Ordinal),
            Encoding.UTF8.GetString(Sample));
        Assert.Equal(Sample, new EntryParser().Parse(Sample)!.ToBytes());
    }

    [Fact]
    public void No_other_bytes_are_read_as_the_same_entry()
    {
        var parser = new EntryParser();
        for (var at = 0; at < Sample.Length; at++)
        {
            for (var value = 0; value < 256; value++)
            {
                byte[] changed = [.. Sample];
                changed[at] = (byte)value;
                if (parser.Parse(changed) is { } entry)
                {
                    Assert.Equal(changed, entry.ToBytes());
                }
            }
            Assert.Null(parser.Parse([.. Sample[..at], (byte)' ', .. Sample[at..]]));
            Assert.Null(parser.Parse(Sample.AsSpan(0, at)));
        }
        Assert.Null(parser.Parse([.. Sample, (byte)'\n']));
    }

    [Theory]
    [InlineData("""{"v":0,"act":"a","day":"2026-11-22","agency":"m","fields":{}}""")]
    [InlineData("""{"v":01,"act":"a","day":"2026-11-22","agency":"m","fields":{}}""")]
    [InlineData("""{"v":+1,"act":"a","day":"2026-11-22","agency":"m","fields":{}}""")]
    [InlineData("""{"v":1,"act":"","day":"2026-11-22","agency":"m","fields":{}}""")]
    [InlineData("""{"v":1,"act":"A","day":"2026-11-22","agency":"m","fields":{}}""")]
    [InlineData("""{"v":1,"act":"a","day":"2026-02-30","agency":"m","fields":{}}""")]
    [InlineData("""{"v":1,"act":"a","day":"2026-11-22","agency":"m","fields":{},"x":1}""")]
    [InlineData("""{"act":"a","v":1,"day":"2026-11-22","agency":"m","fields":{}}""")]
    [InlineData("""{"v":1,"act":"a","day":"2026-11-22","agency":"m","fields":{"b":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=","a":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}}""")]
    [InlineData("""{"v":1,"act":"a","day":"2026-11-22","agency":"m","fields":{"a":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB="}}""")]
    [InlineData("""{"v":1,"act":"a","day":"2026-11-22","agency":"m","fields":{"a":"AAAA"}}""")]
    public void What_is_almost_an_entry_is_none(string text) => Assert.Null(new EntryParser().Parse(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Any_entry_reads_back_and_any_bytes_are_survived()
    {
        var name = Gen.Elements("abcxyz0189-.".ToCharArray()).NonEmptyListOf().Where(list => list.Count <= 40).Select(string.Concat);
        var fields = name.ListOf(6).Select(names => names.Distinct().Select(field => FieldOpening.Create(field, field)).ToList());
        Prop.ForAll(name.ToArbitrary(), fields.ToArbitrary(), (act, openings) =>
        {
            var entry = LogEntry.Commit(3, act, "2024-02-29", act, openings);
            var read = new EntryParser().Parse(entry.ToBytes());
            return read is not null && read.Fields.SequenceEqual(entry.Fields) && openings.TrueForAll(opening => opening.Opens(read));
        }).QuickCheckThrowOnFailure();
        Prop.ForAll<byte[]>(bytes => new EntryParser().Parse(bytes) is null).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_entrys_length_tells_nothing_about_its_values()
    {
        var lengths = new[] { "", "7QZX418", new string('x', 5000) }.Select(value => LogEntry.Commit(
            1, "search", "2026-11-22", "marisol-bay-pd",
            EntrySchemas.Current("search")!.Fields.Select(field => FieldOpening.Create(field.Name, value))).ToBytes().Length);
        Assert.Single(lengths.Distinct());
    }
}
