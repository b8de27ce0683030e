using Transparency.Core.SecondPerson;

namespace Transparency.Portal.Staff.Requests;

/// <summary>How a request to a second person is said in words.</summary>
internal static class RequestWords
{
    public static string State(SecondPersonRequest request, DateTimeOffset at) => request switch
    {
        { SearchId: not null } => "Carried out",
        { Decision: "declined" } => "Declined",
        { Decision: "approved" } => request.IsGoodAt(at) ? "Approved" : "Approved, expired",
        _ => request.IsOpenAt(at) ? "Waits" : "Expired",
    };

    public static string Rule(string code) => code switch
    {
        SecondPersonRule.AreaHours => "long window without a plate",
        SecondPersonRule.AreaCameras => "many cameras without a plate",
        _ => "plate searched often",
    };
}
