using Bunit;
using Transparency.Core.Policies;
using Transparency.Portal.Staff.Searches;

namespace Transparency.Portal.Tests.Staff.Searches;

public sealed class JustificationFieldsTests : ComponentTests
{
    private readonly SearchDraft _draft = new();

    [Fact]
    public void Nothing_is_wrong_with_a_form_that_nobody_has_touched()
    {
        var form = Fields();
        Assert.Empty(form.FindAll(".error"));
        Assert.Contains("What happened", form.Find("#basis-help").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("investigation", "do not say why")]
    [InlineData("asdfgh qwerty asdf", "does not read as words")]
    [InlineData("deportation of the driver seen at the harbor", "immigration")]
    public void A_factual_basis_that_the_policy_refuses_is_answered_while_typing(string basis, string answer)
    {
        var form = Fields();
        form.Find("#basis").Input(basis);
        Assert.Contains(answer, form.Find("#basis-help .error").TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(form.FindAll("#case-number-help .error"));
    }

    [Fact]
    public void A_case_number_of_the_right_form_is_acknowledged_and_another_gets_an_example()
    {
        var form = Fields();
        form.Find("#case-number").Input("x");
        Assert.Contains(PolicyPresets.California.CaseNumbers[0].Example, form.Find("#case-number-help .error").TextContent, StringComparison.Ordinal);
        form.Find("#case-number").Input(PolicyPresets.California.CaseNumbers[0].Example.Replace('0', '7'));
        Assert.NotNull(form.Find("#case-number-help .good"));
    }

    [Fact]
    public void After_a_refused_search_every_field_says_what_is_missing()
    {
        var form = Fields(judgeAll: true);
        Assert.Equal(3, form.FindAll(".error").Count);
    }

    [Fact]
    public void Purposes_come_from_the_policy_in_its_groups()
    {
        var form = Fields();
        Assert.Equal(PolicyPresets.California.Purposes.Select(purpose => purpose.Group).Distinct(), form.FindAll("optgroup").Select(group => group.GetAttribute("label")));
        Assert.Equal(PolicyPresets.California.Purposes.Count, form.FindAll("optgroup option").Count);
    }

    private IRenderedComponent<JustificationFields> Fields(bool judgeAll = false) => Render<JustificationFields>(fields => fields
        .Add(f => f.Draft, _draft).Add(f => f.Terms, PolicyPresets.California).Add(f => f.JudgeAll, judgeAll));
}
