using Transparency.Core.Policies;
using Transparency.Core.Searches;

namespace Transparency.Core.SecondPerson;

/// <summary>Why a search waits: a code for the log, words for people.</summary>
public sealed record SecondPersonReason(string Code, string Words);

/// <summary>Rule: the shapes of search that the policy in force lets nobody carry out alone.</summary>
public static class SecondPersonRule
{
    public const string AreaHours = "area-hours";
    public const string AreaCameras = "area-cameras";
    public const string SamePlate = "same-plate";

    /// <param name="terms">Of the policy in force.</param>
    /// <param name="query">The search, understood and not refused.</param>
    /// <param name="cameras">How many cameras it reaches.</param>
    /// <param name="sameBefore">How often this plate was searched in the thirty days before, by anybody.</param>
    /// <param name="warrant">A warrant's number, or empty.</param>
    /// <returns>Every rule that asks for a second person; empty when none does.</returns>
    public static IReadOnlyList<SecondPersonReason> Reasons(SecondPersonTerms terms, SearchQuery query, int cameras, int sameBefore, string warrant)
    {
        var reasons = new List<SecondPersonReason>();
        if (query.Pattern is null && query.To - query.From > TimeSpan.FromHours(terms.AreaHours))
        {
            reasons.Add(new(AreaHours, $"A search without a plate over more than {terms.AreaHours} hours needs a second person."));
        }

        if (query.Pattern is null && cameras > terms.AreaCameras)
        {
            reasons.Add(new(AreaCameras, $"A search without a plate over more than {terms.AreaCameras} cameras needs a second person; this one reaches {cameras}."));
        }

        if (query.Pattern is not null && sameBefore + 1 > terms.SamePlateIn30Days && warrant.Length == 0)
        {
            reasons.Add(new(
                SamePlate,
                $"This plate was searched {sameBefore} times in 30 days. From the {terms.SamePlateIn30Days + 1}th time on, a search needs a warrant number or a second person."));
        }

        return reasons;
    }
}
