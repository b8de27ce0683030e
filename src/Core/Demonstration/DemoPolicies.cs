using Transparency.Core.Approvals;
using Transparency.Core.Policies;

namespace Transparency.Core.Demonstration;

/// <summary>Three versions of the policy, each stricter than the one before.</summary>
internal static class DemoPolicies
{
    // Entries join the public tree within seconds, so that whoever tries the demonstration sees it happen.
    private const int MergeDelaySeconds = 2;

    public static IReadOnlyList<PolicyVersion> Make(DemoScene scene)
    {
        var third = PolicyPresets.California with
        {
            Publication = PolicyPresets.California.Publication with { MergeDelaySeconds = MergeDelaySeconds },
        };
        var second = third with
        {
            Search = third.Search with { AreaWindowHours = 48 },
            Publication = third.Publication with { SmallNumberThreshold = 5 },
        };
        var first = second with { RetentionDays = 60 };
        return
        [
            Version(scene, 1, first, scene.Decisions.FirstPolicy, scene.Days.ProgramDecided, scene.Days.ProgramBegan),
            Version(scene, 2, second, scene.Decisions.SecondPolicy, scene.Days.SecondPolicyDecided, scene.Days.SecondPolicyBegan),
            Version(scene, 3, third, scene.Decisions.ThirdPolicy, scene.Days.ThirdPolicyDecided, scene.Days.ThirdPolicyBegan),
        ];
    }

    private static PolicyVersion Version(
        DemoScene scene, int number, PolicyTerms terms, Approval approval, DateOnly adopted, DateOnly effective) => new()
        {
            Version = number,
            Title = "ALPR Usage and Privacy Policy",
            Adopted = adopted,
            Effective = scene.Calendar.StartOf(effective),
            ApprovalId = approval.Id,
            Words = PolicyPresetWords.For(scene.City.PoliceName, terms),
            Terms = terms,
            Created = scene.Calendar.At(adopted.AddDays(1), 11),
        };
}
