using System.Text;
using Transparency.Reports.Printing;

namespace Transparency.Reports.Tests.Printing;

public sealed class NormalFormTests
{
    private const string Head = "/CreationDate (D:20261122080000+00'00')\n/ModDate (D:20261122080001+00'00')\n";

    private static readonly DateTimeOffset Day = new(2026, 10, 6, 9, 30, 0, TimeSpan.FromHours(-7));

    [Fact]
    public void Dates_become_the_one_given_in_universal_time() =>
        Assert.Equal("/CreationDate (D:20261006163000+00'00')\n/ModDate (D:20261006163000+00'00')\n", Of(Head));

    [Fact]
    public void Elements_are_counted_from_one_in_their_order()
    {
        Assert.Equal(Of(Head + "(node00000157) (node00000764) (node00000157)"), Of(Head + "(node00000156) (node00000763) (node00000156)"));
        Assert.EndsWith("(node00000002) (node00000001)", Of(Head + "(node00000009) (node00000004)"), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_text_stay_and_the_length_too()
    {
        var bytes = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray();
        byte[] file = [.. Encoding.Latin1.GetBytes(Head), .. bytes];
        var done = NormalForm.Of(file, Day);
        Assert.Equal(file.Length, done.Length);
        Assert.Equal(bytes, done[^256..]);
    }

    [Fact]
    public void A_file_without_the_known_dates_is_refused() => Assert.Throws<PrintException>(() => Of("%PDF-2.0"));

    private static string Of(string text) => Encoding.Latin1.GetString(NormalForm.Of(Encoding.Latin1.GetBytes(text), Day));
}
