using System.Text.Json;

namespace Transparency.Core.Sharing;

/// <summary>
/// What a written agreement must contain before data may leave the city, ticked one by one when it is recorded. The agreement binds the
/// partner to the city's own terms; whoever receives data may do no more with it than the city may.
/// </summary>
public static class RequiredTerms
{
    /// <summary>Code and words of each required term.</summary>
    public static IReadOnlyList<RequiredTerm> All { get; } =
    [
        new("purposes", "Searches only for the purposes of this city's policy"),
        new("justification", "A case number, a purpose and a factual basis with every search"),
        new("no-onward-transfer", "No passing on to anyone else, in bulk or singly"),
        new("no-immigration", "No use for immigration enforcement (Government Code 7284 and following)"),
        new("trained-users", "Named, trained users only"),
        new("access-log", "Every access is recorded and may be published by agency"),
        new("retention", "Results are deleted when the case no longer needs them"),
        new("breach-notice", "Notice of a breach or misuse within 24 hours"),
        new("audit", "A state-mandated audit passed on time, its result sent to the city"),
        new("suspension", "The city may suspend access at once"),
    ];

    /// <summary>All of them, as stored in <c>agreements.terms</c>.</summary>
    public static string Complete { get; } = Text(All.Select(term => term.Code));

    /// <summary>Codes as stored in <c>agreements.terms</c>; codes that are no required term are left out.</summary>
    public static string Text(IEnumerable<string> codes)
    {
        var ticked = codes.ToHashSet();
        return JsonSerializer.Serialize(All.Select(term => term.Code).Where(ticked.Contains));
    }

    /// <summary>Terms that <paramref name="terms"/> lacks. Text that is not a JSON array of strings lacks all.</summary>
    public static IReadOnlyList<RequiredTerm> Missing(string terms)
    {
        string[] ticked;
        try
        {
            ticked = JsonSerializer.Deserialize<string[]>(terms) ?? [];
        }
        catch (JsonException)
        {
            ticked = [];
        }

        return All.Where(term => !ticked.Contains(term.Code)).ToList();
    }
}

/// <summary>One clause an agreement must contain.</summary>
public sealed record RequiredTerm(string Code, string Words);
