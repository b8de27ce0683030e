using Transparency.Core.Policies;

namespace Transparency.Core.Tests.Policies;

public sealed class PolicyCompletenessTests
{
    private static readonly PolicyTerms Terms = PolicyPresets.California;
    private static readonly PolicyWords Words = PolicyPresetWords.For("Marisol Bay Police Department", Terms);

    public static TheoryData<string, PolicyWords> MissingParts => new()
    {
        { "part-a", Words with { AuthorizedPurposes = Blank } },
        { "part-b", Words with { AuthorizedPeople = Blank } },
        { "part-c", Words with { Monitoring = Blank } },
        { "part-d", Words with { Sharing = Blank } },
        { "part-e", Words with { Custodian = Blank } },
        { "part-f", Words with { Accuracy = Blank } },
        { "part-g", Words with { Retention = Blank } },
        { "part-g", Words with { Retention = new("Thirty days.", " ") } },
        { "part-g", Words with { Retention = null! } },
    };

    public static TheoryData<string, PolicyTerms> UnusableTerms => new()
    {
        { "retention", Terms with { RetentionDays = 0 } },
        { "retention", Terms with { RetentionDays = 61 } },
        { "purposes", Terms with { Purposes = [] } },
        { "purposes", Terms with { Purposes = [new("Arson!", new("Arson", "Incendio"), "Property")] } },
        { "purposes", Terms with { Purposes = [new("arson", new("Arson", ""), "Property")] } },
        { "purpose-twice", Terms with { Purposes = [.. Terms.Purposes, Terms.Purposes[0]] } },
        { "purpose-twice", Terms with { Purposes = [.. Terms.Purposes, new("personal-use", new("Mine", "Mío"), "Other")] } },
        { "immigration", Terms with { Prohibited = [] } },
        { "immigration", Terms with { Prohibited = [Terms.Prohibited[0] with { Terms = [] }] } },
        { "case-numbers", Terms with { CaseNumbers = [] } },
        { "case-numbers", Terms with { CaseNumbers = [new(new("Case", "Caso"), "([0-9]", "1")] } },
        { "case-numbers", Terms with { CaseNumbers = [new(new("Case", "Caso"), @"(a)\1", "AA")] } },
        { "case-numbers", Terms with { CaseNumbers = [new(new("Case", "Caso"), "[0-9]+", "A")] } },
        { "case-numbers", Terms with { CaseNumbers = [new(new("Case", "Caso"), "[0-9]+", new string('1', 41))] } },
        { "case-numbers", Terms with { CaseNumbers = [new(new("Case", "Caso"), "(([0-9]{1,99}){1,99}){1,99}", "1")] } },
        { "area-window", Terms with { Search = Terms.Search with { AreaWindowHours = 0 } } },
        { "area-window", Terms with { Search = Terms.Search with { AreaWindowHours = 169 } } },
        { "known-characters", Terms with { Search = Terms.Search with { MinimumKnownCharacters = 0 } } },
        { "basis", Terms with { Search = Terms.Search with { MinimumBasisLetters = 4 } } },
        { "small-numbers", Terms with { Publication = Terms.Publication with { SmallNumberThreshold = 0 } } },
        { "publication-delay", Terms with { Publication = Terms.Publication with { DelayDays = -1 } } },
        { "merge-delay", Terms with { Publication = Terms.Publication with { MergeDelaySeconds = 0 } } },
        { "merge-delay", Terms with { Publication = Terms.Publication with { MergeDelaySeconds = 86_401 } } },
        { "idle", Terms with { Accounts = Terms.Accounts with { SessionIdleMinutes = 31 } } },
        { "lockout-failures", Terms with { Accounts = Terms.Accounts with { LockoutFailures = 6 } } },
        { "lockout-minutes", Terms with { Accounts = Terms.Accounts with { LockoutMinutes = 9 } } },
        { "password", Terms with { Accounts = Terms.Accounts with { PasswordMinimumLength = 14 } } },
    };

    private static LocalText Blank => new("", "");

    [Theory]
    [InlineData("California", 30)]
    [InlineData("Minnesota", 60)]
    [InlineData("Washington", 21)]
    public void Every_preset_can_be_published_and_its_words_name_its_days(string preset, int days)
    {
        var terms = PolicyPresets.Terms(preset);
        var words = PolicyPresetWords.For("Marisol Bay Police Department", terms);
        Assert.Equal((preset, days), (terms.Preset, terms.RetentionDays));
        Assert.Empty(PolicyCompleteness.Gaps(words, terms));
        Assert.Contains($"{days} days", words.Retention.En, StringComparison.Ordinal);
        Assert.Contains($"{days} días", words.Retention.Es, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(MissingParts))]
    public void A_policy_with_one_of_the_seven_parts_missing_cannot_be_published(string code, PolicyWords words) =>
        Assert.Equal(code, Assert.Single(PolicyCompleteness.Gaps(words, Terms)).Code);

    [Theory]
    [MemberData(nameof(UnusableTerms))]
    public void Terms_that_code_cannot_obey_or_the_law_forbids_cannot_be_published(string code, PolicyTerms terms) =>
        Assert.Equal(code, Assert.Single(PolicyCompleteness.Gaps(Words, terms)).Code);

    [Fact]
    public void The_seven_parts_come_in_the_statutes_order() => Assert.Equal("ABCDEFG", string.Concat(Words.Parts().Select(part => part.Letter)));
}
