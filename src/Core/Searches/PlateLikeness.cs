namespace Transparency.Core.Searches;

/// <summary>How far a plate may differ from what was asked and still fit. With both, a plate fits that differs in either way.</summary>
[Flags]
public enum PlateLikeness
{
    Exact = 0,

    /// <summary>Characters that are taken for one another count as the same: see <see cref="Detections.PlateText.Skeleton"/>.</summary>
    LookAlikes = 1,

    /// <summary>One character more, one less, or another one in its place.</summary>
    OneOff = 2,
}
