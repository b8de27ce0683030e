using Transparency.Core.AuditTrail;
using Transparency.Core.Policies;

namespace Transparency.Core.Searches;

/// <summary>Turns a request into the row that is kept. Whatever was entered fits its column afterwards.</summary>
internal static class SearchRecord
{
    private const int LongestPattern = 40;
    private const int LongestCaseNumber = 100;
    private const int LongestBasis = SearchJustification.LongestBasis;
    private const int LongestAreas = 8000;

    public static SearchRow Of(AuditContext context, SearchRequest request, SearchQuery query, PolicyVersion? policy) => new()
    {
        Id = Guid.CreateVersion7(context.At).ToString(),
        EntryId = "",
        AtMs = context.At.ToUnixTimeMilliseconds(),
        UserId = context.Actor.UserId,
        AgencyId = context.Actor.AgencyId,
        Form = query.Form,
        Pattern = query.Pattern?.Text ?? Cut(request.Plate.Trim(), LongestPattern),
        LookAlikes = request.LookAlikes ? 1 : 0,
        OneOff = request.OneOff ? 1 : 0,
        State = query.Vehicle.State,
        Colour = (int)query.Vehicle.Colour,
        Make = query.Vehicle.Make,
        Model = query.Vehicle.Model,
        Type = (int)query.Vehicle.Type,
        FromMs = query.From.ToUnixTimeMilliseconds(),
        ToMs = query.To.ToUnixTimeMilliseconds(),
        Areas = Cut(string.Join(',', query.Areas), LongestAreas),
        Purpose = Purpose(request.Purpose, policy?.Terms),
        CaseNumber = Cut(request.CaseNumber.Trim(), LongestCaseNumber),
        Warrant = Cut(request.Warrant.Trim(), LongestCaseNumber),
        Basis = Cut(request.Basis.Trim(), LongestBasis),
        Refusal = null,
        Results = 0,
        ResultsCapped = 0,
        Cameras = 0,
        CamerasOffline = "",
        PolicyVersion = policy?.Version ?? 0,
    };

    // The purpose is public, so only what a policy says may stand there.
    private static string Purpose(string entered, PolicyTerms? terms) =>
        string.IsNullOrWhiteSpace(entered) ? "not-stated"
        : terms is not null && terms.Purposes.Select(p => p.Code).Concat(terms.Prohibited.Select(p => p.Code)).Contains(entered) ? entered
        : "not-permitted";

    private static string Cut(string text, int longest) => text.Length <= longest ? text
        : char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)]
        : text[..longest];
}
