using Transparency.Core.Identity;
using Transparency.Core.Policies;

namespace Transparency.Core.Tests.Identity;

public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData("passwordpassword")]
    [InlineData("Password Password 2026!")]
    [InlineData("123456789012345")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("abababababababababab")]
    [InlineData("correct horse battery staple")]
    [InlineData("1qaz2wsx3edc4rfv")]
    [InlineData("this is my long password 1")]
    public void A_common_password_is_refused_however_long(string password) =>
        Assert.NotNull(PasswordRule.Check(PolicyPresets.California.Accounts, password, "r.alvarez"));

    [Theory]
    [InlineData("fourteen chars")]
    [InlineData("r.alvarez likes gardens")]
    public void A_short_password_or_one_with_the_name_in_it_is_refused(string password) =>
        Assert.NotNull(PasswordRule.Check(PolicyPresets.California.Accounts, password, "r.alvarez"));

    [Theory]
    [InlineData("harbor lantern quartz meadow")]
    [InlineData("Überfahrt nach Amrum 7")]
    public void Long_and_uncommon_words_will_do_without_signs_or_digits(string password) =>
        Assert.Null(PasswordRule.Check(PolicyPresets.California.Accounts, password, "r.alvarez"));
}
