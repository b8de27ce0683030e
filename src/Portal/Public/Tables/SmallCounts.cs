using Transparency.Core.Policies;

namespace Transparency.Portal.Public.Tables;

/// <summary>Below which number counts of people's acts are withheld.</summary>
internal static class SmallCounts
{
    // With no policy in force nothing is searched; old counts stay protected as the strictest policy would.
    private const int WithoutPolicy = 100;

    public static int Threshold(PolicyVersion? inForce) => inForce?.Terms.Publication.SmallNumberThreshold ?? WithoutPolicy;
}
