using System.Text;
using Transparency.Core.Identity.SecondFactors;

namespace Transparency.Core.Tests.Identity.SecondFactors;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B, SHA-1; the last six of its eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_specification(long seconds, string code) =>
        Assert.Equal(code, Totp.Code(Secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Fact]
    public void A_code_of_the_step_before_or_after_is_accepted_and_an_older_one_is_not()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var step = Totp.StepAt(now);
        Assert.Equal(step, Totp.Accept(Secret, Totp.Code(Secret, step), now, 0));
        Assert.Equal(step - 1, Totp.Accept(Secret, Totp.Code(Secret, step - 1), now, 0));
        Assert.Equal(step + 1, Totp.Accept(Secret, Totp.Code(Secret, step + 1), now, 0));
        Assert.Null(Totp.Accept(Secret, Totp.Code(Secret, step - 2), now, 0));
    }

    [Fact]
    public void A_code_counts_once()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var step = Totp.StepAt(now);
        Assert.Null(Totp.Accept(Secret, Totp.Code(Secret, step), now, step));
        Assert.Null(Totp.Accept(Secret, Totp.Code(Secret, step - 1), now, step));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("12345\u0664")]
    public void What_is_not_six_digits_is_no_code(string typed) =>
        Assert.Null(Totp.Accept(Secret, typed, DateTimeOffset.FromUnixTimeSeconds(59), 0));

    [Fact]
    public void Spaces_in_a_code_do_not_matter() =>
        Assert.NotNull(Totp.Accept(Secret, " 287 082 ", DateTimeOffset.FromUnixTimeSeconds(59), 0));

    // RFC 4648, section 10.
    [Theory]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void A_secret_is_written_in_base_32(string octets, string text) => Assert.Equal(text, Totp.SecretText(Encoding.ASCII.GetBytes(octets)));
}
