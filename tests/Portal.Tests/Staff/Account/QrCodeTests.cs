using System.Security.Cryptography;
using System.Text;
using Transparency.Portal.Staff.Account.Factors;

namespace Transparency.Portal.Tests.Staff.Account;

public sealed class QrCodeTests
{
    // The pictures were read back with an independent reader (jsQR) when their digests were written down here.
    [Theory]
    [InlineData("MARISOL", 25, "f01fb59f9cc25838")]
    [InlineData("otpauth://totp/Marisol%20Bay%20Police%20Department:r.alvarez?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Marisol%20Bay", 45, "b0da5edc0af185d3")]
    [InlineData("otpauth://totp/Marisol%20Bay%20Police%20Department:rosalind.alvarez-quill@marisol-bay.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Marisol%20Bay%20Police%20Department", 53, "a7a3ae7b36eb8a4c")]
    public void A_text_becomes_a_picture_that_readers_read(string text, int size, string digest)
    {
        var modules = QrCode.Of(text);
        var rows = Enumerable.Range(0, size).Select(row => string.Concat(Enumerable.Range(0, size).Select(column => modules[row, column] ? '1' : '0'))).ToList();
        Assert.Equal(size, modules.GetLength(0));
        Assert.Equal(digest, Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', rows))))[..16]);
    }

    [Fact]
    public void A_text_that_does_not_fit_is_an_error() => Assert.Throws<ArgumentException>(() => QrCode.Of(new string('a', 181)));
}
