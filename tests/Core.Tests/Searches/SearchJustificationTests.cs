using Transparency.Core.Policies;
using Transparency.Core.Searches;

namespace Transparency.Core.Tests.Searches;

public sealed class SearchJustificationTests
{
    private const string Purpose = "hit-and-run";
    private const string Number = "26-104482";
    private const string Basis = "Silver hatchback left a collision on Bay Street at 9 pm.";

    [Theory]
    [InlineData(Basis)]
    [InlineData("Witness saw a red pickup flee the robbery at the Mill Square pharmacy.")]
    [InlineData("STOLEN TOYOTA TAKEN FROM 12 OAK ROAD OVERNIGHT, KEYS LEFT INSIDE")]
    [InlineData("La conductora dejó a un peatón herido en la calle Mayor y huyó hacia el puerto.")]
    [InlineData("Truck skidded on black ice, hit a fence and drove off toward the airport.")]
    [InlineData("Suspect assaulted his girlfriend on Pier 4 and left in her sedan.")]
    [InlineData("BOLO from Rio Verde PD: carjacking, victim pushed out near exit 12.")]
    public void A_reason_that_says_what_happened_is_accepted(string basis) =>
        Assert.Empty(SearchJustification.Check(PolicyPresets.California, Purpose, Number, basis));

    [Theory]
    [InlineData("26-104482")]
    [InlineData(" 26-104482 ")]
    [InlineData("cfs26-218807")]
    public void A_number_of_a_form_the_policy_names_is_accepted(string number) =>
        Assert.Empty(SearchJustification.Check(PolicyPresets.California, Purpose, number, Basis));

    [Theory]
    [InlineData("", SearchRefusal.NoPurpose)]
    [InlineData("  ", SearchRefusal.NoPurpose)]
    [InlineData("curiosity-of-mine", SearchRefusal.PurposeUnknown)]
    [InlineData("HIT-AND-RUN", SearchRefusal.PurposeUnknown)]
    [InlineData("'; drop table searches; --", SearchRefusal.PurposeUnknown)]
    [InlineData("personal-use", SearchRefusal.PurposeProhibited)]
    [InlineData("immigration-enforcement", SearchRefusal.ImmigrationEnforcement)]
    public void A_purpose_the_policy_does_not_permit_is_refused(string purpose, string code) =>
        AssertRefused(code, SearchJustification.Check(PolicyPresets.California, purpose, Number, Basis));

    [Theory]
    [InlineData("", SearchRefusal.NoCaseNumber)]
    [InlineData("   ", SearchRefusal.NoCaseNumber)]
    [InlineData("n/a", SearchRefusal.CaseNumberFormat)]
    [InlineData("104482", SearchRefusal.CaseNumberFormat)]
    [InlineData("26-104482 and more", SearchRefusal.CaseNumberFormat)]
    [InlineData("26-104482\n27", SearchRefusal.CaseNumberFormat)]
    [InlineData("00-000000", SearchRefusal.CaseNumberFormat)]
    [InlineData("26-000000", SearchRefusal.CaseNumberFormat)]
    [InlineData("12-345678", SearchRefusal.CaseNumberFormat)]
    [InlineData("٢٦-١٠٤٤٨٢", SearchRefusal.CaseNumberFormat)]
    [InlineData("<script>alert(1)</script>", SearchRefusal.CaseNumberFormat)]
    public void A_case_number_that_is_missing_or_of_another_form_is_refused(string number, string code) =>
        AssertRefused(code, SearchJustification.Check(PolicyPresets.California, Purpose, number, Basis));

    [Fact]
    public void A_case_number_of_ten_thousand_characters_is_refused() =>
        AssertRefused(SearchRefusal.CaseNumberFormat, SearchJustification.Check(PolicyPresets.California, Purpose, new string('2', 10_000), Basis));

    [Fact]
    public void The_help_for_a_case_number_shows_an_example_of_each_form()
    {
        var help = SearchJustification.Check(PolicyPresets.California, Purpose, "x", Basis).Single().Help;
        Assert.Contains("26-104482", help, StringComparison.Ordinal);
        Assert.Contains("CFS26-218807", help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", SearchRefusal.NoBasis)]
    [InlineData(" \t\n", SearchRefusal.NoBasis)]
    [InlineData(".", SearchRefusal.BasisEmptyWords)]
    [InlineData("...............................", SearchRefusal.BasisEmptyWords)]
    [InlineData("investigation", SearchRefusal.BasisEmptyWords)]
    [InlineData("Criminal investigation", SearchRefusal.BasisEmptyWords)]
    [InlineData("inv", SearchRefusal.BasisEmptyWords)]
    [InlineData("INV INV INV INV INV", SearchRefusal.BasisEmptyWords)]
    [InlineData("test test test test test", SearchRefusal.BasisEmptyWords)]
    [InlineData("1nv3st1gat10n", SearchRefusal.BasisEmptyWords)]
    [InlineData("i n v e s t i g a t i o n", SearchRefusal.BasisEmptyWords)]
    [InlineData("official police business", SearchRefusal.BasisEmptyWords)]
    [InlineData("n/a", SearchRefusal.BasisEmptyWords)]
    [InlineData("see report for the reason", SearchRefusal.BasisEmptyWords)]
    [InlineData("Stolen vehicle", SearchRefusal.BasisTooShort)]
    [InlineData("stolen stolen stolen stolen stolen", SearchRefusal.BasisTooShort)]
    [InlineData("hit and run", SearchRefusal.BasisTooShort)]
    [InlineData("asdfasdfasdfasdfasdf", SearchRefusal.BasisNotWords)]
    [InlineData("asdf jkl; qwer zxcv asdf", SearchRefusal.BasisNotWords)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaa", SearchRefusal.BasisNotWords)]
    [InlineData("lololololol lololololol lololol", SearchRefusal.BasisNotWords)]
    [InlineData("xkcdbvn ghjtrw qwrtpl mnbvcx", SearchRefusal.BasisNotWords)]
    public void A_factual_basis_that_says_nothing_is_refused_with_help(string basis, string code) =>
        AssertRefused(code, SearchJustification.Check(PolicyPresets.California, Purpose, Number, basis));

    [Fact]
    public void A_factual_basis_longer_than_its_column_is_refused() => AssertRefused(
        SearchRefusal.BasisTooLong, SearchJustification.Check(PolicyPresets.California, Purpose, Number, Basis + new string('x', 2000)));

    [Theory]
    [InlineData("Need the vehicle of an undocumented driver for an immigration hold at the pier.")]
    [InlineData("Federal partners want this sedan, driver has a deportation order from Tuesday.")]
    [InlineData("Assisting ICE with a sedan parked near the pier on Sunday night.")]
    [InlineData("Assisting I.C.E. with a sedan parked near the pier on Sunday night.")]
    [InlineData("Driver is an i l l e g a l s case, sedan parked near the pier.")]
    [InlineData("1mm1grat10n detail parked sedan near the pier on Sunday")]
    [InlineData("imm\u200bigration detail parked sedan near the pier on Sunday")]
    [InlineData("іmmіgrаtіоn detail parked sedan near the pier on Sunday")]
    [InlineData("ｉｍｍｉｇｒａｔｉｏｎ detail parked sedan near the pier on Sunday")]
    [InlineData("Ayuda a inmigración con un sedán aparcado en el puerto el domingo.")]
    [InlineData("CBP asked for a sedan parked near the pier on Sunday night.")]
    [InlineData("Sedan parked near the pier, driver wanted on an administrative warrant.")]
    public void Immigration_enforcement_is_refused_however_it_is_written_and_goes_to_the_steward(string basis)
    {
        var refusals = SearchJustification.Check(PolicyPresets.California, Purpose, Number, basis);
        Assert.Contains(refusals, refusal => refusal.Code == SearchRefusal.ImmigrationEnforcement && refusal.IsForSteward);
    }

    [Theory]
    [InlineData("Wondering where my ex goes with the silver hatchback at night.")]
    [InlineData("Two protesters left Mill Square in a van after the march on Sunday.")]
    [InlineData("Parking enforcement wants the sedan with three unpaid tickets on Pier 4.")]
    [InlineData("Woman drove from the abortion clinic on Oak Road toward the airport.")]
    public void A_use_the_policy_prohibits_is_refused_and_goes_to_the_steward(string basis)
    {
        var refusals = SearchJustification.Check(PolicyPresets.California, Purpose, Number, basis);
        Assert.Contains(refusals, refusal => refusal.Code == SearchRefusal.PurposeProhibited && refusal.IsForSteward);
    }

    [Fact]
    public void Everything_wrong_is_told_at_once_in_the_order_of_the_form() => Assert.Equal(
        [SearchRefusal.NoPurpose, SearchRefusal.NoCaseNumber, SearchRefusal.NoBasis],
        SearchJustification.Check(PolicyPresets.California, "", "", "").Select(refusal => refusal.Code));

    [Fact]
    public void The_purposes_are_those_of_the_policy_in_force()
    {
        var terms = PolicyPresets.California with { Purposes = [new("arson", new("Arson", "Incendio provocado"), "Property")] };
        AssertRefused(SearchRefusal.PurposeUnknown, SearchJustification.Check(terms, Purpose, Number, Basis));
        Assert.Empty(SearchJustification.Check(terms, "arson", Number, Basis));
    }

    private static void AssertRefused(string code, IReadOnlyList<SearchRefusal> refusals)
    {
        Assert.Equal(code, refusals.Select(refusal => refusal.Code).Single());
        Assert.True(refusals[0].Help.Length > 20);
    }
}
