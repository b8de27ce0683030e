using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Transparency.Audit.Entries;

namespace Transparency.Audit.Tests.Entries;

public sealed class DisclosureFileTests
{
    private static readonly DisclosureFile Sample = new("marisol-bay.example/log", "2026-11-22",
    [
        new DisclosedEntry(5, [new FieldOpening("purpose", new byte[32], "stolen-vehicle"), new FieldOpening("results", new byte[32], "2-10")]),
        new DisclosedEntry(9, []),
    ]);

    [Fact]
    public void A_file_reads_back_and_has_one_line_per_entry()
    {
        var bytes = Sample.ToBytes();
        Assert.Equal(4, Encoding.UTF8.GetString(bytes).Count(c => c == '\n'));
        Assert.Equal(bytes, DisclosureFile.Parse(bytes)!.ToBytes());
    }

    [Fact]
    public void Any_values_read_back() => Prop.ForAll<NonNull<string>[]>(values =>
    {
        var texts = values.Select(value => value.Get).Where(IsText);
        var entries = texts.Select((value, i) => new DisclosedEntry(i, [new FieldOpening("title", new byte[32], value)])).ToList();
        var file = new DisclosureFile("log", "2026-11-22", entries);
        return DisclosureFile.Parse(file.ToBytes())?.Entries.Select(entry => entry.Fields[0].Value).SequenceEqual(entries.Select(e => e.Fields[0].Value)) ?? false;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Another_spelling_is_refused()
    {
        var text = Encoding.UTF8.GetString(Sample.ToBytes());
        Assert.All(
            [
                text + "\n",
                text.Replace("\n", "", StringComparison.Ordinal),
                text.Replace("\"v\":1", "\"v\":2", StringComparison.Ordinal),
                text.Replace("\"index\":9", "\"index\":5", StringComparison.Ordinal),
                text.Replace("\"index\":9", "\"index\":4", StringComparison.Ordinal),
                text.Replace("\"index\":5", "\"index\":-5", StringComparison.Ordinal),
                text.Replace("results", "alpha", StringComparison.Ordinal),
                text.Replace("AAAA", "AAA", StringComparison.Ordinal),
                text.Replace("2-10", "2\\u002d10", StringComparison.Ordinal),
                "[]", "{}", "null", "", "{\"entries\":[1]}",
            ],
            changed => Assert.Null(DisclosureFile.Parse(Encoding.UTF8.GetBytes(changed))));
    }

    private static bool IsText(string value)
    {
        try
        {
            return new UTF8Encoding(false, true).GetByteCount(value) >= 0;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
